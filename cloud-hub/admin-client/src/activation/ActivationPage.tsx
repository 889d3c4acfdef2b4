import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import type { Activation, Problem } from "@wuduan/contract/messages.ts";
import { problemType } from "@wuduan/contract/problems.ts";
import { MessagePage } from "@wuduan/web-kit/browser/MessagePage.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { LanguageButton } from "@wuduan/web-kit/browser/SessionShell.tsx";
import { useLanguage } from "@wuduan/web-kit/react.tsx";
import "@wuduan/web-kit/browser/session.css";
import { commands } from "../account.ts";
import { i18n, t } from "../language.ts";

type State =
  | { phase: "loading" }
  | { phase: "over"; problem?: Problem }
  | { phase: "choosing"; activation: Activation }
  | { phase: "done"; activation: Activation };

/**
 * Where a new person chooses the password. The token stands in the fragment of the address, so that it
 * is in no server's log, and leaves the address at once, so that it is in no history.
 */
export function ActivationPage() {
  const language = useLanguage(i18n);
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  // A newer link that is opened where an older one was over differs in its fragment alone: nothing is loaded anew.
  useEffect(() => {
    const take = () => setToken(takeToken());
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return <Activating key={token} token={token} />;
}

function Activating({ token }: { token: string }) {
  const [state, setState] = useState<State>(token ? { phase: "loading" } : { phase: "over" });
  useEffect(() => {
    if (!token) return;
    void commands.send<Activation>("POST", "/api/activations/lookup", { token }).then((answer) => {
      setState(
        answer.ok
          ? { phase: "choosing", activation: answer.value }
          : { phase: "over", problem: answer.problem },
      );
    });
  }, [token]);
  switch (state.phase) {
    case "loading":
      return <MessagePage name="activation-loading" text={t("common.loading")} />;
    case "over":
      return <Over problem={state.problem} />;
    case "choosing":
      return (
        <Card name="activation">
          <h1>{t("activate.title")}</h1>
          <p>{state.activation.name}</p>
          <p className="soft">{t("activate.text")}</p>
          <Chooser
            token={token}
            activation={state.activation}
            onDone={() => setState({ phase: "done", activation: state.activation })}
          />
        </Card>
      );
    case "done":
      return (
        <Card name="activation-done">
          <h1>{t("activate.done")}</h1>
          <p>{t("activate.doneText", { login: state.activation.login })}</p>
          <a className="button primary big" data-action="go" href={homeOf(state.activation)}>
            {t("activate.go")}
          </a>
        </Card>
      );
  }
}

function Card({ name, children }: { name: string; children: ReactNode }) {
  return (
    <main className="sign-in" data-screen={name}>
      <section className="sign-in-card">
        {children}
        <LanguageButton i18n={i18n} />
      </section>
    </main>
  );
}

/** A link that is over is said plainly; a network that failed is another thing, and can be tried again. */
function Over({ problem }: { problem: Problem | undefined }) {
  const over = problem && problemType(problem) === "activation-over";
  return (
    <Card name="activation-over">
      {problem && !over ? (
        <>
          <ProblemLine problem={problem} language={i18n.language()} />
          <p className="soft">{t("activate.openAgain")}</p>
        </>
      ) : (
        <>
          <p role="alert">{t(over ? "activate.over" : "activate.noLink")}</p>
          {over && <SignInPages />}
        </>
      )}
    </Card>
  );
}

/** Whose link it was is not told any more: doctors sign in elsewhere than all others. */
function SignInPages() {
  return (
    <>
      <a className="button" data-action="go-doctor" href="/doctor/">
        {t("activate.goDoctor")}
      </a>
      <a className="button" data-action="go-admin" href="/admin/">
        {t("activate.goAdmin")}
      </a>
    </>
  );
}

interface ChooserProps {
  token: string;
  activation: Activation;
  onDone(): void;
}

function Chooser({ token, activation, onDone }: ChooserProps) {
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const differs = again !== "" && again !== password;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || again !== password) return;
    setBusy(true);
    const answer = await commands.send("POST", "/api/activations", { token, password });
    setBusy(false);
    if (answer.ok) onDone();
    else setProblem(answer.problem);
  };
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span>{t("activate.who")}</span>
        <input name="login" autoComplete="username" readOnly value={activation.login} />
      </label>
      <PasswordField name="password" label={t("activate.password")} onChange={setPassword} />
      <p className="soft">{t("activate.rule")}</p>
      <PasswordField name="again" label={t("activate.again")} onChange={setAgain} />
      {differs && <p className="problem">{t("activate.differs")}</p>}
      <ProblemLine problem={problem} language={i18n.language()} />
      <button className="button primary big" data-action="activate" disabled={busy || differs}>
        {t(busy ? "activate.busy" : "activate.submit")}
      </button>
    </form>
  );
}

interface PasswordProps {
  name: string;
  label: string;
  onChange(value: string): void;
}

function PasswordField({ name, label, onChange }: PasswordProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        name={name}
        type="password"
        autoComplete="new-password"
        required
        maxLength={200}
        autoFocus={name === "password"}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** Reads the token and takes it out of the address. Kept in the tab, so that a reload does not lose it. */
function takeToken(): string {
  const KEY = "wuduan.activation";
  const fragment = location.hash.slice(1);
  if (fragment !== "") {
    sessionStorage.setItem(KEY, fragment);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem(KEY) ?? "";
}

/** Doctors and families work on pages of their own. */
function homeOf(activation: Activation): string {
  switch (activation.kind) {
    case "doctor":
      return "/doctor/";
    case "family":
      return "/family/";
    case "administrator":
    case "registrar":
    case "pharmacist":
    case "box":
      return import.meta.env.BASE_URL;
  }
}
