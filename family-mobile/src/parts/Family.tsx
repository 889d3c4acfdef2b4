import { useState } from "react";
import type { FamilyInbox, FamilyRight, NamedHousehold } from "@wuduan/contract/messages.ts";
import { accessWord } from "@wuduan/web-kit/browser/accessWords.ts";
import { useCommand, useStore } from "@wuduan/web-kit/browser/hooks.tsx";
import { OwnAccount } from "@wuduan/web-kit/browser/OwnAccount.tsx";
import { CheckIcon, CloseIcon } from "@wuduan/web-kit/icons.tsx";
import { dayWithYear } from "@wuduan/web-kit/times.ts";
import { elder, setElder } from "../elder.ts";
import { has, type Parent } from "../family.ts";
import { i18n, t } from "../language.ts";
import { usePhone } from "../phone.tsx";
import { BindParent } from "./BindParent.tsx";
import { Boxes } from "./Boxes.tsx";
import { Devices } from "../wearables/Devices.tsx";
import { Looks } from "./Looks.tsx";
import { NoParent } from "./Parent.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { Sheet } from "./Sheet.tsx";
import { SignOut } from "./SignOut.tsx";

const RIGHTS: FamilyRight[] = ["see_vitals", "take_part", "proxy_consent", "manage_devices"];

/** Who is bound with which rights, and how this phone shows things. */
export function Family({ inbox }: { inbox: FamilyInbox }) {
  return (
    <>
      {inbox.patients.length === 0 && <NoParent />}
      {inbox.patients.map((parent) => (
        <Rights key={parent.patient.id} parent={parent} />
      ))}
      {households(inbox).map((household) => (
        <Boxes key={household.id} household={household} />
      ))}
      <BindParent />
      <Devices inbox={inbox} />
      <Settings />
      <Account />
    </>
  );
}

/** The households whose televisions this person looks after, each once. */
function households(inbox: FamilyInbox): NamedHousehold[] {
  const all = inbox.patients.flatMap(({ household }) => (household ? [household] : []));
  return all.filter((one, n) => all.findIndex(({ id }) => id === one.id) === n);
}

function Rights({ parent }: { parent: Parent }) {
  return (
    <section className="block card" data-patient={parent.patient.id}>
      <header className="parent">
        <h2>{parent.patient.name}</h2>
        <span className="soft">{t("family.youAre", { relation: parent.relation })}</span>
        {parent.until !== undefined && (
          <span className="soft" data-until={parent.until}>
            {t("family.until", { when: dayWithYear(parent.until, i18n.language()) })}
          </span>
        )}
      </header>
      <h3 className="soft">{t("family.rights")}</h3>
      <ul className="rights">
        {RIGHTS.map((right) => (
          <li key={right} data-right={right} data-has={has(parent, right)}>
            {has(parent, right) ? <CheckIcon /> : <CloseIcon />}
            {t(`family.right.${right}`)}
            {!has(parent, right) && <small>{t("family.rightNo")}</small>}
          </li>
        ))}
      </ul>
      {has(parent, "see_vitals") && <Looks parent={parent} />}
      <Leave parent={parent} />
    </section>
  );
}

function Leave({ parent }: { parent: Parent }) {
  const { commands, session, me } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const [asking, setAsking] = useState(false);
  const { id, name } = parent.patient;
  return (
    <>
      <button
        type="button"
        className="button quiet"
        data-action="leave-parent"
        onClick={() => setAsking(true)}
      >
        {t("family.leave")}
      </button>
      {asking && (
        <Sheet
          name="leave-parent"
          title={t("family.leaveAsk", { name })}
          onClose={() => setAsking(false)}
        >
          <p>{t("family.leaveWhat")}</p>
          <ProblemLine problem={problem} />
          <button
            type="button"
            className="button danger big"
            data-action="leave-parent-really"
            disabled={busy}
            onClick={() => void give(() => commands.endBinding(id, me.id))}
          >
            {busy ? t("common.sending") : t("family.leaveYes")}
          </button>
          <button type="button" className="button big" onClick={() => setAsking(false)}>
            {t("common.cancel")}
          </button>
        </Sheet>
      )}
    </>
  );
}

function Settings() {
  const large = useStore(elder);
  const english = i18n.language() === "en";
  return (
    <section className="block card">
      <h2>{t("family.settings")}</h2>
      <div className="setting">
        <span>{t("family.language")}</span>
        <div className="picker">
          {(["zh-CN", "en"] as const).map((language) => (
            <button
              key={language}
              type="button"
              data-action={`language-${language}`}
              aria-pressed={english === (language === "en")}
              onClick={() => i18n.setLanguage(language)}
            >
              {language === "en" ? "English" : "中文"}
            </button>
          ))}
        </div>
      </div>
      <button
        type="button"
        role="switch"
        className="setting switch"
        data-action="elder"
        data-state={large ? "on" : "off"}
        aria-checked={large}
        onClick={() => setElder(!large)}
      >
        <span>
          {t("family.elder")}
          <small>{t("family.elderHint")}</small>
        </span>
        <i aria-hidden="true" />
        <b>{large ? t("family.on") : t("family.off")}</b>
      </button>
      <div className="setting-text">
        <strong>{t("family.install")}</strong>
        <p className="soft">{t("family.installHint")}</p>
      </div>
    </section>
  );
}

function Account() {
  const { me, session, commands } = usePhone();
  const [open, setOpen] = useState(false);
  const title = accessWord("own.title", i18n.language());
  return (
    <section className="block card">
      <h2>{t("family.account")}</h2>
      <p data-label="me">{me.name}</p>
      <button type="button" className="button" data-action="account" onClick={() => setOpen(true)}>
        {title}
      </button>
      {open && (
        <Sheet name="account" title={title} onClose={() => setOpen(false)}>
          <OwnAccount session={session} own={commands.own} language={i18n.language()} />
        </Sheet>
      )}
      <SignOut />
    </section>
  );
}
