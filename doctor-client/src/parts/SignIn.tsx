import { useEffect, useRef, type ReactNode } from "react";
import { SignInForm } from "@wuduan/web-kit/browser/SignInForm.tsx";
import type { SessionState } from "@wuduan/web-kit/browser/session.ts";
import { session } from "../account.ts";
import { i18n, t } from "../language.ts";

type AskingState = Extract<SessionState, { phase: "signed-out" | "expired" }>;

/** The first page: nothing but who you are. */
export function SignInPage({ state }: { state: AskingState }) {
  return (
    <main className="sign-in" data-screen="sign-in">
      <section className="sign-in-card">
        <img className="sign-in-mark" src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
        <p className="sign-in-app">{t("app.name")}</p>
        <h1>{t("signIn.title")}</h1>
        <Form state={state} />
        <LanguageButton />
      </section>
    </main>
  );
}

/** Over the workstation when the session ran out: the screen and every typed text stay beneath. */
export function SignInAgain({ state }: { state: AskingState }) {
  return (
    <Veil name="sign-in-again">
      <h1>{t("signIn.again")}</h1>
      <p className="soft">{t("signIn.kept")}</p>
      <Form state={state} />
    </Veil>
  );
}

/** A modal that can't be put away, above every other dialog, with the work still to be seen beneath. */
export function Veil({ name, children }: { name: string; children: ReactNode }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className="sign-in-card"
      data-screen={name}
      onCancel={(event) => event.preventDefault()}
    >
      {children}
    </dialog>
  );
}

function Form({ state }: { state: AskingState }) {
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

export function LanguageButton() {
  return (
    <button
      type="button"
      className="button quiet"
      data-action="language"
      onClick={() => i18n.setLanguage(i18n.language() === "en" ? "zh-CN" : "en")}
    >
      {t("top.language")}
    </button>
  );
}
