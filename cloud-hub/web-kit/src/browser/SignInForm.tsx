import { useState, type FormEvent } from "react";
import type { Language } from "@wuduan/contract/messages.ts";
import { clockTime } from "../times.ts";
import { ProblemLine } from "./ProblemLine.tsx";
import { SecondStepForm } from "./SecondStepForm.tsx";
import type { Asking, Session } from "./session.ts";

/** What the sign-in says; each client has its own words under these keys. */
export interface SignInWords {
  (key: "signIn.login" | "signIn.password" | "signIn.submit" | "signIn.busy"): string;
  (key: "signIn.lockedUntil", values: { time: string }): string;
}

interface Props {
  session: Session;
  asking: Asking;
  t: SignInWords;
  language: Language;
}

/** Login and password, or whatever follows them. */
export function SignInForm(props: Props) {
  const { session, asking, language } = props;
  return asking.second ? (
    <SecondStepForm
      key={asking.second.step}
      session={session}
      asking={asking}
      second={asking.second}
      language={language}
    />
  ) : (
    <PasswordForm {...props} />
  );
}

/** The refusal of the last try, and when a locked login may be tried again. */
function PasswordForm({ session, asking, t, language }: Props) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void session.signIn(login.trim(), password).then(() => setPassword(""));
  };
  const until = lockedUntil(asking);
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <label className="field">
        <span>{t("signIn.login")}</span>
        <input
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          autoFocus
          data-first
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
      <ProblemLine problem={asking.problem} language={language} />
      {until !== undefined && (
        <p className="soft" data-state="locked-out">
          {t("signIn.lockedUntil", { time: clockTime(until, language) })}
        </p>
      )}
      <button className="button primary big" data-action="sign-in" disabled={asking.busy}>
        {t(asking.busy ? "signIn.busy" : "signIn.submit")}
      </button>
    </form>
  );
}

/** Unix milliseconds from which a locked login may be tried again. */
function lockedUntil({ problem, refusedAt }: Asking): number | undefined {
  const seconds = problem?.retryAfterSeconds;
  return seconds === undefined || refusedAt === undefined ? undefined : refusedAt + seconds * 1000;
}
