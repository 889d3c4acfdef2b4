import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import type { Asking, SessionState } from "@wuduan/web-kit/browser/session.ts";
import { session } from "../account.ts";
import { i18n, t } from "../language.ts";
import { ProblemLine } from "./ProblemLine.tsx";

type AskingState = Extract<SessionState, { phase: "signed-out" | "expired" }>;

/** The first page: nothing but who you are. */
export function SignInPage({ state }: { state: AskingState }) {
  return (
    <main className="sign-in" data-screen="sign-in">
      <section className="sign-in-card">
        <img className="sign-in-mark" src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
        <p className="sign-in-app">{t("app.name")}</p>
        <h1>{t("signIn.title")}</h1>
        <SignInForm state={state} />
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
      <SignInForm state={state} />
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

function SignInForm({ state }: { state: AskingState }) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void session.signIn(login.trim(), password).then(() => setPassword(""));
  };
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <label className="field">
        <span>{t("signIn.login")}</span>
        <input
          name="login"
          autoComplete="username"
          autoFocus
          required
          maxLength={64}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t("signIn.password")}</span>
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <ProblemLine problem={state.problem ?? null} />
      <LockedUntil state={state} />
      <button className="button primary big" data-action="sign-in" disabled={state.busy}>
        {state.busy ? t("signIn.busy") : t("signIn.submit")}
      </button>
    </form>
  );
}

/** The clock time from which a locked login may be tried again. */
function LockedUntil({ state }: { state: Asking }) {
  const seconds = state.problem?.retryAfterSeconds;
  if (seconds === undefined || state.refusedAt === undefined) return null;
  const until = new Date(state.refusedAt + seconds * 1000);
  const time = until.toLocaleTimeString(i18n.language(), { hour: "2-digit", minute: "2-digit" });
  return (
    <p className="soft" data-state="locked-out">
      {t("signIn.lockedUntil", { time })}
    </p>
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
