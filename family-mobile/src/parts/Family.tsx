import type { FamilyInbox, FamilyRight } from "@wuduan/contract/messages.ts";
import { useStore } from "@wuduan/web-kit/browser/hooks.tsx";
import { CheckIcon, CloseIcon } from "@wuduan/web-kit/icons.tsx";
import { elder, setElder } from "../elder.ts";
import { has, type Parent } from "../family.ts";
import { i18n, t } from "../language.ts";
import { usePhone } from "../phone.tsx";
import { NoParent } from "./Parent.tsx";
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
      <Settings />
      <Account />
    </>
  );
}

function Rights({ parent }: { parent: Parent }) {
  return (
    <section className="block card" data-patient={parent.patient.id}>
      <header className="parent">
        <h2>{parent.patient.name}</h2>
        <span className="soft">{t("family.youAre", { relation: parent.relation })}</span>
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
    </section>
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
  const { me } = usePhone();
  return (
    <section className="block card">
      <h2>{t("family.account")}</h2>
      <p data-label="me">{me.name}</p>
      <SignOut />
    </section>
  );
}
