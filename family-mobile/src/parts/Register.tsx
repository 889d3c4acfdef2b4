import { useState, type FormEvent } from "react";
import { codeFrom } from "@wuduan/contract/codes.ts";
import { useCommand, useStore } from "@wuduan/web-kit/browser/hooks.tsx";
import { LanguageButton } from "@wuduan/web-kit/browser/SessionShell.tsx";
import { commands, session } from "../account.ts";
import { i18n, t } from "../language.ts";
import { scanned } from "../links.ts";
import { WrongCode } from "./BindParent.tsx";
import { CodeField } from "./CodeField.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { RelationField } from "./RelationField.tsx";

type Field = "login" | "password" | "name" | "relation";

/** A new account for who has a binding code: the account and the parent come together. */
export function Register({ onSignIn }: { onSignIn(): void }) {
  const { busy, problem, give } = useCommand(session);
  const opened = useStore(scanned);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const [given, setGiven] = useState({ login: "", password: "", name: "", relation: "" });
  const set = (field: Field) => (value: string) => setGiven({ ...given, [field]: value });
  const code = typed === "" && opened?.kind === "bind" ? opened.code : typed;
  const register = async (event: FormEvent) => {
    event.preventDefault();
    const whole = codeFrom(code);
    setWrong(whole === undefined);
    if (whole === undefined) return;
    const body = { ...given, login: given.login.trim(), name: given.name.trim(), code: whole };
    if (await give(() => commands.registerFamily(body))) {
      scanned.set(null);
      await session.signIn(body.login, body.password);
    }
  };
  return (
    <main className="sign-in" data-screen="register">
      <section className="sign-in-card">
        <h1>{t("register.title")}</h1>
        <p className="soft">{t("register.lead")}</p>
        <form className="sign-in-form" onSubmit={(event) => void register(event)}>
          <CodeField value={code} onChange={setTyped} />
          <Field name="name" max={32} value={given.name} onChange={set("name")} />
          <RelationField value={given.relation} onChange={set("relation")} />
          <Field name="login" max={64} value={given.login} onChange={set("login")} />
          <Field name="password" max={200} value={given.password} onChange={set("password")} />
          <p className="soft">{t("register.passwordHint")}</p>
          {wrong && <WrongCode />}
          <ProblemLine problem={problem} />
          <button className="button primary big" data-action="register" disabled={busy}>
            {busy ? t("common.sending") : t("register.submit")}
          </button>
        </form>
        <button type="button" className="button quiet" data-action="to-sign-in" onClick={onSignIn}>
          {t("register.haveAccount")}
        </button>
        <LanguageButton i18n={i18n} />
      </section>
    </main>
  );
}

interface FieldProps {
  name: "login" | "password" | "name";
  max: number;
  value: string;
  onChange(value: string): void;
}

const COMPLETE = { login: "username", password: "new-password", name: "name" } as const;

function Field({ name, max, value, onChange }: FieldProps) {
  return (
    <label className="field">
      <span>{t(`register.${name}`)}</span>
      <input
        name={name}
        type={name === "password" ? "password" : "text"}
        autoComplete={COMPLETE[name]}
        autoCapitalize={name === "name" ? "words" : "none"}
        {...(name === "login" && { pattern: "[A-Za-z0-9][A-Za-z0-9._@\\-]{2,63}" })}
        required
        maxLength={max}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {name === "login" && <small className="soft">{t("register.loginHint")}</small>}
    </label>
  );
}
