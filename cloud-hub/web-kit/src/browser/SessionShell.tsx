import { useEffect, type ReactNode } from "react";
import type { Live } from "@wuduan/contract/live.ts";
import type { Language, Me } from "@wuduan/contract/messages.ts";
import { useLanguage } from "../react.tsx";
import { useStore } from "./hooks.tsx";
import { HubNotice } from "./HubNotice.tsx";
import { MessagePage } from "./MessagePage.tsx";
import { Modal } from "./Modal.tsx";
import type { Asking, Session, SessionState } from "./session.ts";
import { SignInForm, type SignInWords } from "./SignInForm.tsx";
import "./session.css";

/** What is said around a session; each client has its own words under these keys. */
export interface SessionWords extends SignInWords {
  (
    key:
      | "app.checking"
      | "app.unreachable"
      | "app.retry"
      | "app.outdated"
      | "app.reload"
      | "signIn.again"
      | "signIn.kept"
      | "takenOver.title"
      | "takenOver.text"
      | "takenOver.here",
  ): string;
}

/** The part of a client's `I18n` that is needed here. */
export interface SessionI18n {
  t: SessionWords;
  language(): Language;
  setLanguage(language: Language): void;
  onLanguage(listener: (language: Language) => void): () => void;
}

interface Props {
  session: Session;
  i18n: SessionI18n;
  /** Address of the client's icon. */
  icon: string;
  /** Above the form of the first page. */
  greeting: ReactNode;
  /** The client itself, for whoever is signed in. */
  children(me: Me, live: Live): ReactNode;
}

/** Draws whoever the session says is here; a change of language draws everything anew. */
export function SessionShell(props: Props) {
  const { session, i18n } = props;
  const { t } = i18n;
  const state = useStore(session.state);
  const language = useLanguage(i18n);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => void session.check(), [session]);
  useAgainWhenOnline(session, state.phase);
  switch (state.phase) {
    case "checking":
      return <MessagePage name="checking" text={t("app.checking")} />;
    case "unreachable":
      return (
        <MessagePage name="unreachable" text={t("app.unreachable")}>
          <Act
            name="unreachable"
            word={t(state.busy ? "app.checking" : "app.retry")}
            busy={state.busy ?? false}
            onAct={() => void session.check()}
          />
        </MessagePage>
      );
    case "outdated":
      return (
        <MessagePage name="outdated" text={t("app.outdated")}>
          <Act name="outdated" word={t("app.reload")} onAct={() => location.reload()} />
        </MessagePage>
      );
    case "signed-out":
      return <SignInPage {...props} asking={state} />;
    case "signed-in":
    case "expired":
    case "taken-over":
      return (
        <>
          {props.children(state.me, state.live)}
          <HubNotice live={state.live} language={language} />
          <Veil {...props} state={state} />
        </>
      );
  }
}

/** A phone that comes out of a tunnel goes on by itself. */
function useAgainWhenOnline(session: Session, phase: SessionState["phase"]): void {
  useEffect(() => {
    if (phase !== "unreachable") return undefined;
    const again = () => void session.check();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [session, phase]);
}

function SignInPage(props: Props & { asking: Asking }) {
  const { session, i18n, icon, greeting, asking } = props;
  return (
    <main className="sign-in" data-screen="sign-in">
      <section className="sign-in-card">
        <img className="sign-in-mark" src={icon} alt="" />
        {greeting}
        <SignInForm session={session} asking={asking} t={i18n.t} language={i18n.language()} />
        <LanguageButton i18n={i18n} />
      </section>
    </main>
  );
}

type SomebodyState = Extract<SessionState, { me: Me }>;

/** Over the work when the session ran out or moved: the screen and every typed text stay beneath. */
function Veil({ session, i18n, state }: Props & { state: SomebodyState }) {
  const { t } = i18n;
  if (state.phase === "signed-in") return null;
  const expired = state.phase === "expired";
  const title = t(expired ? "signIn.again" : "takenOver.title");
  return (
    <Modal
      key={state.phase}
      name={expired ? "sign-in-again" : "taken-over"}
      label={title}
      className="sign-in-card"
    >
      <h1>{title}</h1>
      <p className="soft">{t(expired ? "signIn.kept" : "takenOver.text")}</p>
      {expired ? (
        <SignInForm session={session} asking={state} t={t} language={i18n.language()} />
      ) : (
        <Act name="reconnect" word={t("takenOver.here")} onAct={() => session.reconnect()} />
      )}
    </Modal>
  );
}

interface ActProps {
  name: string;
  word: string;
  busy?: boolean;
  onAct(): void;
}

/** The one thing that can be done about it. */
function Act({ name, word, busy = false, onAct }: ActProps) {
  return (
    <button
      type="button"
      className="button primary big"
      data-action={name}
      disabled={busy}
      onClick={onAct}
    >
      {word}
    </button>
  );
}

/** Named in the language that it leads to. */
export function LanguageButton({ i18n }: { i18n: Pick<SessionI18n, "language" | "setLanguage"> }) {
  const other: Language = i18n.language() === "en" ? "zh-CN" : "en";
  return (
    <button
      type="button"
      className="button quiet"
      data-action="language"
      lang={other}
      onClick={() => i18n.setLanguage(other)}
    >
      {other === "en" ? "English" : "中文"}
    </button>
  );
}
