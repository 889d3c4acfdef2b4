import { useEffect, useMemo } from "react";
import type { Live } from "@wuduan/contract/live.ts";
import type { Me } from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { useStore } from "@wuduan/web-kit/browser/hooks.tsx";
import { useLanguage, useLink } from "@wuduan/web-kit/react.tsx";
import { commands, session } from "./account.ts";
import { DeskProvider } from "./desk.tsx";
import { i18n, t } from "./language.ts";
import { SignInAgain, SignInPage, Veil } from "./parts/SignIn.tsx";
import { Workstation } from "./parts/Workstation.tsx";

/** Draws whoever the session says is here; a change of language draws everything anew. */
export function App() {
  const state = useStore(session.state);
  const language = useLanguage(i18n);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => void session.check(), []);
  switch (state.phase) {
    case "checking":
      return <Message name="checking" text={t("app.checking")} />;
    case "unreachable":
      return (
        <Message
          name="unreachable"
          text={t("app.unreachable")}
          action={t("app.retry")}
          onAct={() => void session.check()}
        />
      );
    case "outdated":
      return (
        <Message
          name="outdated"
          text={t("app.outdated")}
          action={t("app.reload")}
          onAct={() => location.reload()}
        />
      );
    case "signed-out":
      return <SignInPage state={state} />;
    case "signed-in":
    case "expired":
    case "taken-over":
      return (
        <>
          <SignedIn key={state.me.id} me={state.me} live={state.live} />
          {state.phase === "expired" && <SignInAgain state={state} />}
          {state.phase === "taken-over" && <TakenOver />}
        </>
      );
  }
}

function SignedIn({ me, live }: { me: Me; live: Live }) {
  const link = useLink(live);
  const drafts = useMemo(() => createDrafts(localStorage, me.id), [me.id]);
  const { doctor } = me;
  if (!doctor)
    return (
      <Message
        name="not-a-doctor"
        text={t("signIn.notDoctor")}
        action={t("top.signOut")}
        onAct={() => void session.signOut()}
      />
    );
  return (
    <DeskProvider value={{ session, commands, drafts, me, doctor, live, link }}>
      <Workstation />
    </DeskProvider>
  );
}

function TakenOver() {
  return (
    <Veil name="taken-over">
      <h1>{t("takenOver.title")}</h1>
      <p className="soft">{t("takenOver.text")}</p>
      <button
        type="button"
        className="button primary big"
        data-action="reconnect"
        onClick={() => session.reconnect()}
      >
        {t("takenOver.here")}
      </button>
    </Veil>
  );
}

interface MessageProps {
  name: string;
  text: string;
  action?: string;
  onAct?(): void;
}

function Message({ name, text, action, onAct }: MessageProps) {
  return (
    <main className="sign-in" data-screen={name}>
      <section className="sign-in-card">
        <p>{text}</p>
        {action && (
          <button type="button" className="button primary" data-action={name} onClick={onAct}>
            {action}
          </button>
        )}
      </section>
    </main>
  );
}
