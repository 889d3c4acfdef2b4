import { useMemo } from "react";
import type { Live } from "@wuduan/contract/live.ts";
import type { Me } from "@wuduan/contract/messages.ts";
import { createDrafts } from "@wuduan/web-kit/browser/drafts.ts";
import { MessagePage } from "@wuduan/web-kit/browser/MessagePage.tsx";
import { SessionShell } from "@wuduan/web-kit/browser/SessionShell.tsx";
import { useLink } from "@wuduan/web-kit/react.tsx";
import { commands, session } from "./account.ts";
import { DeskProvider } from "./desk.tsx";
import { i18n, t } from "./language.ts";
import { SignOut } from "./parts/SignOut.tsx";
import { Workstation } from "./parts/Workstation.tsx";

export function App() {
  return (
    <SessionShell
      session={session}
      i18n={i18n}
      icon={`${import.meta.env.BASE_URL}icon.svg`}
      greeting={<Greeting />}
    >
      {(me, live) => <SignedIn key={me.id} me={me} live={live} />}
    </SessionShell>
  );
}

function Greeting() {
  return (
    <>
      <p className="sign-in-app">{t("app.name")}</p>
      <h1>{t("signIn.title")}</h1>
    </>
  );
}

function SignedIn({ me, live }: { me: Me; live: Live }) {
  const link = useLink(live);
  const drafts = useMemo(() => createDrafts(localStorage, me.id), [me.id]);
  const { doctor } = me;
  if (!doctor)
    return (
      <MessagePage name="not-a-doctor" text={t("signIn.notDoctor")}>
        <SignOut className="button primary big" />
      </MessagePage>
    );
  return (
    <DeskProvider value={{ session, commands, drafts, me, doctor, live, link }}>
      <Workstation />
    </DeskProvider>
  );
}
