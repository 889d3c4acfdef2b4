import { useMemo, useState } from "react";
import type { Live } from "@wuduan/contract/live.ts";
import type { Me } from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { useStore, useTitle } from "@wuduan/web-kit/browser/hooks.tsx";
import { MessagePage } from "@wuduan/web-kit/browser/MessagePage.tsx";
import { SessionShell } from "@wuduan/web-kit/browser/SessionShell.tsx";
import { useLanguage, useLink } from "@wuduan/web-kit/react.tsx";
import { commands, session } from "./account.ts";
import { elder } from "./elder.ts";
import { i18n, t } from "./language.ts";
import { scanned } from "./links.ts";
import { Register } from "./parts/Register.tsx";
import { Shell } from "./parts/Shell.tsx";
import { SignOut } from "./parts/SignOut.tsx";
import { PhoneProvider } from "./phone.tsx";

/** A change of language or size draws everything anew. */
export function App() {
  useStore(elder);
  useLanguage(i18n);
  useTitle(t("app.name"));
  const isSignedOut = useStore(session.state).phase === "signed-out";
  const opened = useStore(scanned);
  const [entrance, setEntrance] = useState<"sign-in" | "register">();
  const registers = entrance === "register" || (entrance === undefined && opened?.kind === "bind");
  if (isSignedOut && registers) return <Register onSignIn={() => setEntrance("sign-in")} />;
  return (
    <SessionShell
      session={session}
      i18n={i18n}
      icon={`${import.meta.env.BASE_URL}icon.svg`}
      greeting={<Greeting onRegister={() => setEntrance("register")} />}
    >
      {(me, live) => <SignedIn key={me.id} me={me} live={live} />}
    </SessionShell>
  );
}

function Greeting({ onRegister }: { onRegister(): void }) {
  return (
    <>
      <h1>{t("signIn.title")}</h1>
      <p className="soft">{t("signIn.lead")}</p>
      <button type="button" className="button quiet" data-action="to-register" onClick={onRegister}>
        {t("signIn.register")}
      </button>
    </>
  );
}

function SignedIn({ me, live }: { me: Me; live: Live }) {
  const link = useLink(live);
  const drafts = useMemo(() => createDrafts(localStorage, me.id), [me.id]);
  if (me.kind !== "family")
    return (
      <MessagePage name="not-family" text={t("app.notFamily")}>
        <SignOut />
      </MessagePage>
    );
  return (
    <PhoneProvider value={{ session, commands, drafts, me, live, link }}>
      <Shell />
    </PhoneProvider>
  );
}
