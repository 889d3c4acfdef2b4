import { useState, type FormEvent } from "react";
import type { Language, NewSecondFactor, Problem } from "@wuduan/contract/messages.ts";
import { accessWord, type AccessWord } from "./accessWords.ts";
import { ProblemLine } from "./ProblemLine.tsx";
import { Qr } from "./Qr.tsx";
import type { Asking, SecondAsking, Session } from "./session.ts";
import "./account.css";

interface Props {
  session: Session;
  asking: Asking;
  second: SecondAsking;
  language: Language;
}

/** What follows a right password: the code, setting a second factor up, or its recovery codes. */
export function SecondStepForm({ session, asking, second, language }: Props) {
  const t = (key: AccessWord) => accessWord(key, language);
  const give = (code: string) => session.giveCode(code);
  const problem = asking.problem;
  const busy = asking.busy ?? false;
  switch (second.step) {
    case "code":
      return (
        <GiveCode {...{ give, problem, busy, language }} onBack={() => session.startAgain()} />
      );
    case "enrol":
      return (
        <div className="sign-in-form" data-step="enrol">
          <h2>{t("enrol.title")}</h2>
          <p>{t("enrol.text")}</p>
          <NewFactor fresh={second.fresh} language={language} />
          <CodeForm {...{ give, problem, busy, language }} wrong="enrol.wrong" />
          <Back word={t("code.back")} onBack={() => session.startAgain()} />
        </div>
      );
    case "recovery-codes":
      return (
        <RecoveryCodes codes={second.codes} language={language} onDone={() => session.goOn()} />
      );
  }
}

interface GiveProps {
  give(code: string): Promise<void>;
  problem: Problem | undefined;
  busy: boolean;
  language: Language;
}

function GiveCode({ onBack, ...props }: GiveProps & { onBack(): void }) {
  const [recovery, setRecovery] = useState(false);
  const t = (key: AccessWord) => accessWord(key, props.language);
  return (
    <div className="sign-in-form" data-step="code">
      <h2>{t("code.title")}</h2>
      <p>{t(recovery ? "code.recoveryText" : "code.text")}</p>
      <CodeForm key={String(recovery)} {...props} recovery={recovery} wrong="code.wrong" />
      <button
        type="button"
        className="button quiet"
        data-action="other-way"
        onClick={() => setRecovery(!recovery)}
      >
        {t(recovery ? "code.usePhone" : "code.useRecovery")}
      </button>
      <Back word={t("code.back")} onBack={onBack} />
    </div>
  );
}

function Back({ word, onBack }: { word: string; onBack(): void }) {
  return (
    <button type="button" className="button quiet" data-action="back" onClick={onBack}>
      {word}
    </button>
  );
}

interface CodeProps extends GiveProps {
  /** Said instead of "login or password wrong". */
  wrong: AccessWord;
  recovery?: boolean;
}

/** One field for the code, with the keys of a telephone for six digits. */
export function CodeForm({ give, problem, busy, language, wrong, recovery = false }: CodeProps) {
  const [code, setCode] = useState("");
  const t = (key: AccessWord) => accessWord(key, language);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void give(code.replace(/\s/g, "")).then(() => setCode(""));
  };
  return (
    <form className="code-form" onSubmit={submit}>
      <label className="field">
        <span>{t(recovery ? "code.recoveryLabel" : "code.label")}</span>
        <input
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          autoFocus
          data-first
          required
          inputMode={recovery ? "text" : "numeric"}
          minLength={6}
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      {problem?.type.endsWith(":wrong-credentials") ? (
        <p className="problem" role="alert" data-problem="wrong-code">
          {t(wrong)}
        </p>
      ) : (
        <ProblemLine problem={problem} language={language} />
      )}
      <button className="button primary big" data-action="give-code" disabled={busy}>
        {t(busy ? "code.busy" : "code.submit")}
      </button>
    </form>
  );
}

/** The new secret as an authenticator app reads it, and in groups of four for typing. */
export function NewFactor({ fresh, language }: { fresh: NewSecondFactor; language: Language }) {
  const t = (key: AccessWord) => accessWord(key, language);
  return (
    <>
      <Qr text={fresh.uri} label={t("enrol.qr")} className="factor-qr" />
      <p className="soft">{t("enrol.manual")}</p>
      <code className="factor-key" data-secret={fresh.secret}>
        {fresh.secret.replace(/(.{4})(?=.)/g, "$1 ")}
      </code>
    </>
  );
}

interface CodesProps {
  codes: readonly string[];
  language: Language;
  onDone(): void;
}

export function RecoveryCodes({ codes, language, onDone }: CodesProps) {
  const t = (key: AccessWord) => accessWord(key, language);
  return (
    <div className="sign-in-form" data-step="recovery-codes">
      <h2>{t("codes.title")}</h2>
      <p>{t("codes.text")}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button primary big"
        data-action="codes-written"
        data-first
        onClick={onDone}
      >
        {t("codes.done")}
      </button>
    </div>
  );
}
