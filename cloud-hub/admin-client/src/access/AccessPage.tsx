import { useEffect, useState, type FormEvent } from "react";
import type { AccountAccess, AccountAccessList } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { Modal } from "@wuduan/web-kit/browser/Modal.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { clockTime } from "@wuduan/web-kit/times.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { LinkDialog } from "../organisation/LinkDialog.tsx";
import { rankWord } from "../rank.ts";
import { accessDeskWord } from "./words.ts";
import "./access.css";

/** What is asked twice. */
type Ask = "reset" | "link";
type Open = Ask | "link-made" | undefined;
type WordKey = Parameters<typeof accessDeskWord>[0];

const t = (key: WordKey, values?: Record<string, string>) =>
  accessDeskWord(key, i18n.language(), values);

/** Who gets in: find an account, then unlock it, end its sessions or reset its second factor. */
export function AccessPage() {
  const { session, commands } = useOffice();
  const [search, setSearch] = useState("");
  const [asked, setAsked] = useState("");
  const [changes, setChanges] = useState(0);
  const [list, setList] = useState<AccountAccessList | undefined>();
  const { busy, problem, give } = useCommand(session);
  useEffect(() => {
    void give(async () => {
      const answer = await commands.watch.accounts(asked);
      if (answer.ok) setList(answer.value);
      return answer;
    });
  }, [commands, give, asked, changes]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(search.trim());
  };
  return (
    <>
      <header className="page-head">
        <h1>{accessTitle()}</h1>
      </header>
      <form className="access-search" role="search" onSubmit={submit}>
        <label className="field">
          <span>{t("search")}</span>
          <input
            name="search"
            maxLength={64}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
        <button className="button primary" data-action="search" disabled={busy}>
          {t("find")}
        </button>
      </form>
      <ProblemLine problem={problem} language={i18n.language()} />
      {!list && !problem && <p className="soft">{t("loading")}</p>}
      {list?.accounts.length === 0 && <p className="empty">{t("none")}</p>}
      <ul className="access-list">
        {list?.accounts.map((account) => (
          <Account
            key={account.id}
            account={account}
            onChanged={() => setChanges((before) => before + 1)}
          />
        ))}
      </ul>
      {list?.more && <p className="soft">{t("more")}</p>}
    </>
  );
}

const accessTitle = () => (i18n.language() === "en" ? "Access" : "登录管理");

function Account({ account, onChanged }: { account: AccountAccess; onChanged(): void }) {
  const { session, commands, me } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [open, setOpen] = useState<Open>();
  const act = async (command: () => ReturnType<typeof commands.watch.unlock>) => {
    setOpen(undefined);
    if (await give(command)) onChanged();
  };
  const watch = commands.watch;
  return (
    <li className="access-account" data-account={account.login}>
      <div>
        <strong>{account.name}</strong> <span className="soft">{account.login}</span>
        <small>{rankWord(account, i18n.language())}</small>
        <States account={account} />
        <ProblemLine problem={problem} language={i18n.language()} />
      </div>
      <div className="access-acts">
        {account.lockedUntil && (
          <Act name="unlock" busy={busy} onAct={() => void act(() => watch.unlock(account.id))} />
        )}
        {account.sessions > 0 && account.id !== me.id && (
          <Act
            name="endSessions"
            busy={busy}
            onAct={() => void act(() => watch.endSessions(account.id))}
          />
        )}
        {account.secondFactor && account.id !== me.id && (
          <Act name="reset" busy={busy} onAct={() => setOpen("reset")} />
        )}
        {account.active && account.id !== me.id && (
          <Act name="link" busy={busy} onAct={() => setOpen("link")} />
        )}
      </div>
      {open && (
        <Opened
          account={account}
          open={open}
          onOpen={setOpen}
          onReset={() => void act(() => watch.resetSecondFactor(account.id))}
        />
      )}
    </li>
  );
}

function States({ account }: { account: AccountAccess }) {
  return (
    <small className="access-states">
      <span>{t(account.secondFactor ? "factorOn" : "factorOff")}</span>
      <span>{t("sessions", { count: String(account.sessions) })}</span>
      {!account.active && <b>{t("inactive")}</b>}
      {account.lockedUntil && (
        <b data-state="locked">
          {t("locked", { time: clockTime(account.lockedUntil, i18n.language()) })}
        </b>
      )}
    </small>
  );
}

interface ActProps {
  name: "unlock" | "endSessions" | "reset" | "link";
  busy: boolean;
  onAct(): void;
}

function Act({ name, busy, onAct }: ActProps) {
  return (
    <button type="button" className="button" data-action={name} disabled={busy} onClick={onAct}>
      {t(name)}
    </button>
  );
}

interface OpenedProps {
  account: AccountAccess;
  open: NonNullable<Open>;
  onOpen(open: Open): void;
  onReset(): void;
}

function Opened({ account, open, onOpen, onReset }: OpenedProps) {
  const { commands } = useOffice();
  const { name } = account;
  const close = () => onOpen(undefined);
  switch (open) {
    case "reset":
      return <AskFirst ask="reset" name={name} onCancel={close} onDone={onReset} />;
    case "link":
      return (
        <AskFirst ask="link" name={name} onCancel={close} onDone={() => onOpen("link-made")} />
      );
    case "link-made":
      return (
        <LinkDialog
          name={name}
          make={() => commands.watch.activationLink(account.id)}
          onClose={close}
        />
      );
  }
}

interface AskProps {
  ask: Ask;
  name: string;
  onCancel(): void;
  onDone(): void;
}

/** Both give somebody a way in: the person behind the request has to be the right one. */
function AskFirst({ ask, name, onCancel, onDone }: AskProps) {
  const title = t(`${ask}Title`, { name });
  return (
    <Modal name={`ask-${ask}`} label={title} className="form-dialog" onClose={onCancel}>
      <h2>{title}</h2>
      <p>{t(`${ask}Text`)}</p>
      <footer>
        <button type="button" className="button" data-action="cancel" data-first onClick={onCancel}>
          {t("cancel")}
        </button>
        <button
          type="button"
          className="button danger"
          data-action={`${ask}-really`}
          onClick={onDone}
        >
          {t(ask)}
        </button>
      </footer>
    </Modal>
  );
}
