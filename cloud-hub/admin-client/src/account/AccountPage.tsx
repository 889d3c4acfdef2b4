import { accessWord } from "@wuduan/web-kit/browser/accessWords.ts";
import { OwnAccount } from "@wuduan/web-kit/browser/OwnAccount.tsx";
import { SigningKey } from "@wuduan/web-kit/browser/SigningKey.tsx";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";

/** The own password, second factor and sessions; a pharmacist's signing key. */
export function AccountPage() {
  const { session, commands, me } = useOffice();
  const language = i18n.language();
  return (
    <>
      <header className="page-head">
        <h1>{accessWord("own.title", language)}</h1>
      </header>
      <OwnAccount session={session} own={commands.own} language={language} />
      {me.kind === "pharmacist" && (
        <div className="own-account">
          <SigningKey session={session} signing={commands.signing} language={language} />
        </div>
      )}
    </>
  );
}
