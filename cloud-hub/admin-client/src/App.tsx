import type { Live } from "@wuduan/contract/live.ts";
import type { Me } from "@wuduan/contract/messages.ts";
import { MessagePage } from "@wuduan/web-kit/browser/MessagePage.tsx";
import { SessionShell } from "@wuduan/web-kit/browser/SessionShell.tsx";
import { commands, session } from "./account.ts";
import { Frame } from "./Frame.tsx";
import { i18n, t } from "./language.ts";
import { OfficeProvider } from "./office.tsx";
import { SignOut } from "./parts/SignOut.tsx";

const OFFICE_KINDS: readonly Me["kind"][] = ["administrator", "registrar", "pharmacist"];

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
  if (!OFFICE_KINDS.includes(me.kind))
    return (
      <MessagePage name="not-for-office" text={t("signIn.notHere")}>
        <SignOut className="button primary big" />
      </MessagePage>
    );
  return (
    <OfficeProvider value={{ session, commands, me, live }}>
      <Frame />
    </OfficeProvider>
  );
}
