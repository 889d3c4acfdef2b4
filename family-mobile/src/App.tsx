import { useEffect, useMemo } from "react";
import type { Live } from "@wuduan/contract/live.ts";
import type { Me } from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { useStore } from "@wuduan/web-kit/browser/hooks.tsx";
import { SignInForm } from "@wuduan/web-kit/browser/SignInForm.tsx";
import type { Asking } from "@wuduan/web-kit/browser/session.ts";
import { useLanguage, useLink } from "@wuduan/web-kit/react.tsx";
import { commands, session } from "./account.ts";
import { elder } from "./elder.ts";
import { i18n, t } from "./language.ts";
import { Shell } from "./parts/Shell.tsx";
import { Sheet } from "./parts/Sheet.tsx";
import { PhoneProvider } from "./phone.tsx";

/** Draws whoever the session says is here; a change of language or size draws everything anew. */
export function App() {
  const state = useStore(session.state);
  const language = useLanguage(i18n);
  useStore(elder);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t("app.name");
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
      return <SignIn state={state} />;
    case "signed-in":
    case "expired":
    case "taken-over":
      return (
        <>
          <SignedIn key={state.me.id} me={state.me} live={state.live} />
          {state.phase === "expired" && (
            <Sheet name="sign-in-again" title={t("signIn.again")}>
              <Form state={state} />
            </Sheet>
          )}
          {state.phase === "taken-over" && <TakenOver />}
        </>
      );
  }
}

function SignedIn({ me, live }: { me: Me; live: Live }) {
  const link = useLink(live);
  const drafts = useMemo(() => createDrafts(localStorage, me.id), [me.id]);
  if (me.kind !== "family")
    return (
      <Message
        name="not-family"
        text={t("app.notFamily")}
        action={t("family.signOut")}
        onAct={() => void session.signOut()}
      />
    );
  return (
    <PhoneProvider value={{ session, commands, drafts, me, live, link }}>
      <Shell />
    </PhoneProvider>
  );
}

function SignIn({ state }: { state: Asking }) {
  return (
    <main className="sign-in" data-screen="sign-in">
      <img className="sign-in-mark" src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
      <h1>{t("signIn.title")}</h1>
      <p className="soft">{t("signIn.lead")}</p>
      <Form state={state} />
      <button
        type="button"
        className="button quiet"
        data-action="language"
        onClick={() => i18n.setLanguage(i18n.language() === "en" ? "zh-CN" : "en")}
      >
        {i18n.language() === "en" ? "中文" : "English"}
      </button>
    </main>
  );
}

function Form({ state }: { state: Asking }) {
  return (
    <SignInForm
      session={session}
      asking={state}
      language={i18n.language()}
      words={{
        login: t("signIn.login"),
        password: t("signIn.password"),
        submit: t("signIn.submit"),
        busy: t("signIn.busy"),
        lockedUntil: (time) => t("signIn.lockedUntil", { time }),
      }}
    />
  );
}

function TakenOver() {
  return (
    <Sheet name="taken-over" title={t("takenOver.title")}>
      <button
        type="button"
        className="button primary big"
        data-action="reconnect"
        onClick={() => session.reconnect()}
      >
        {t("takenOver.here")}
      </button>
    </Sheet>
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
      <p>{text}</p>
      {action && (
        <button type="button" className="button primary big" data-action={name} onClick={onAct}>
          {action}
        </button>
      )}
    </main>
  );
}
