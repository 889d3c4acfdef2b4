import { useState, type FormEvent } from "react";
import type { Problem } from "@wuduan/contract/messages.ts";
import type { SessionState } from "@wuduan/web-kit/browser/session.ts";
import { session } from "../account.ts";
import { i18n, t } from "../language.ts";
import { ProblemLine } from "./ProblemLine.tsx";

type Asking = Extract<SessionState, { phase: "signed-out" | "expired" }>;

/** The first page: nothing but who you are. */
export function SignInPage({ state }: { state: Asking }) {
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
export function SignInAgain({ state }: { state: Asking }) {
  return (
    <div className="veil" data-screen="sign-in-again" role="dialog" aria-modal="true">
      <section className="sign-in-card">
        <h1>{t("signIn.again")}</h1>
        <p className="soft">{t("signIn.kept")}</p>
        <SignInForm state={state} />
      </section>
    </div>
  );
}

function SignInForm({ state }: { state: Asking }) {
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
      {state.problem && <LockedUntil key={login + password} problem={state.problem} />}
      <button className="button primary big" data-action="sign-in" disabled={state.busy}>
        {state.busy ? t("signIn.busy") : t("signIn.submit")}
      </button>
    </form>
  );
}

/** The clock time from which a locked login may be tried again. */
function LockedUntil({ problem }: { problem: Problem }) {
  const [receivedAt] = useState(() => Date.now());
  if (problem.retryAfterSeconds === undefined) return null;
  const until = new Date(receivedAt + problem.retryAfterSeconds * 1000);
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
