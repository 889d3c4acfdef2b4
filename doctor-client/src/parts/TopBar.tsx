import { useState } from "react";
import type { DoctorInbox } from "@wuduan/contract/messages.ts";
import { accessWord } from "@wuduan/web-kit/browser/accessWords.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { OwnAccount } from "@wuduan/web-kit/browser/OwnAccount.tsx";
import { SigningKey } from "@wuduan/web-kit/browser/SigningKey.tsx";
import { LanguageButton } from "@wuduan/web-kit/browser/SessionShell.tsx";
import { levelWord } from "@wuduan/web-kit/words.ts";
import { useDesk } from "../desk.tsx";
import { i18n, t } from "../language.ts";
import { useSignatory } from "../signing/signatory.ts";
import { Dialog } from "./Dialog.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { SignOut } from "./SignOut.tsx";

/** Who works here, whether the queue may ring, and whether what is shown is live. */
export function TopBar({ inbox, onHelp }: { inbox: DoctorInbox | undefined; onHelp(): void }) {
  const { me, doctor, link } = useDesk();
  return (
    <header className="top">
      <img className="top-mark" src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
      <div className="top-who">
        <strong data-label="me">{me.name}</strong>
        <span>
          {doctor.title} · {doctor.institution} · {levelWord(doctor.level, i18n.language())}
        </span>
      </div>
      {inbox && <DutySwitch onDuty={inbox.onDuty} />}
      <span className="grow" />
      <span className={`link link-${link}`} role="status">
        <i aria-hidden="true" />
        {link === "up"
          ? t("link.up")
          : link === "connecting"
            ? t("link.connecting")
            : t("link.lost")}
      </span>
      <button type="button" className="button quiet" data-action="help" onClick={onHelp}>
        {t("top.help")} <kbd>?</kbd>
      </button>
      <LanguageButton i18n={i18n} />
      <AccountButton />
      <SignOut
        className="button quiet"
        inCall={inbox?.current.some(({ state }) => state === "live") ?? false}
      />
    </header>
  );
}

function AccountButton() {
  const { session, commands } = useDesk();
  const signatory = useSignatory();
  const [open, setOpen] = useState(false);
  const title = accessWord("own.title", i18n.language());
  return (
    <>
      <button
        type="button"
        className="button quiet"
        data-action="account"
        onClick={() => setOpen(true)}
      >
        {title}
      </button>
      {open && (
        <Dialog name="account" title={title} onClose={() => setOpen(false)}>
          <div className="dialog-body">
            <OwnAccount session={session} own={commands.own} language={i18n.language()} />
            <SigningKey {...signatory} />
          </div>
        </Dialog>
      )}
    </>
  );
}

function DutySwitch({ onDuty }: { onDuty: boolean }) {
  const { session, commands, link } = useDesk();
  const { busy, problem, give } = useCommand(session);
  return (
    <>
      <button
        type="button"
        role="switch"
        aria-checked={onDuty}
        aria-label={t("top.dutySwitch")}
        className="switch"
        data-action="duty"
        data-state={onDuty ? "on" : "off"}
        disabled={busy || link !== "up"}
        onClick={() => void give(() => commands.setDuty({ onDuty: !onDuty }))}
      >
        <i aria-hidden="true" />
        {onDuty ? t("top.onDuty") : t("top.offDuty")}
      </button>
      <ProblemLine problem={problem} />
    </>
  );
}
