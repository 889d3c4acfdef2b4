import { useState, type FormEvent } from "react";
import type { Language } from "@wuduan/contract/messages.ts";
import { problemSentence } from "../problems.ts";
import type { Asking, Session } from "./session.ts";

/** The words of the sign-in; each client says them in its own way. */
export interface SignInWords {
  login: string;
  password: string;
  submit: string;
  busy: string;
  lockedUntil(time: string): string;
}

interface Props {
  session: Session;
  asking: Asking;
  words: SignInWords;
  language: Language;
}

/** Login and password, the refusal of the last try, and when a locked login may be tried again. */
export function SignInForm({ session, asking, words, language }: Props) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void session.signIn(login.trim(), password).then(() => setPassword(""));
  };
  const until = lockedUntil(asking, language);
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <label className="field">
        <span>{words.login}</span>
        <input
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          autoFocus
          required
          maxLength={64}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{words.password}</span>
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
      {asking.problem && (
        <p className="problem" role="alert" data-problem={asking.problem.type.replace(/^.*:/, "")}>
          {problemSentence(asking.problem, language)}
        </p>
      )}
      {until && (
        <p className="soft" data-state="locked-out">
          {words.lockedUntil(until)}
        </p>
      )}
      <button className="button primary big" data-action="sign-in" disabled={asking.busy}>
        {asking.busy ? words.busy : words.submit}
      </button>
    </form>
  );
}

/** The clock time from which a locked login may be tried again. */
function lockedUntil(asking: Asking, language: Language): string | null {
  const seconds = asking.problem?.retryAfterSeconds;
  if (seconds === undefined || asking.refusedAt === undefined) return null;
  const until = new Date(asking.refusedAt + seconds * 1000);
  return until.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
}
