import { useEffect, useRef, useState, type FormEvent } from "react";
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
        <Enrol
          {...{ give, problem, busy, language }}
          fresh={second.fresh}
          onBack={() => session.startAgain()}
        />
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

/** Begins at its heading: a field with the focus would scroll what must be scanned first out of a small window. */
function Enrol({
  fresh,
  onBack,
  ...props
}: GiveProps & { fresh: NewSecondFactor; onBack(): void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const t = (key: AccessWord) => accessWord(key, props.language);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="sign-in-form" data-step="enrol">
      <h2 ref={heading} tabIndex={-1}>
        {t("enrol.title")}
      </h2>
      <p>{t("enrol.text")}</p>
      <NewFactor fresh={fresh} language={props.language} />
      <CodeForm {...props} wrong="enrol.wrong" first={false} />
      <Back word={t("code.back")} onBack={onBack} />
    </div>
  );
}

function GiveCode({ onBack, ...props }: GiveProps & { onBack(): void }) {
  const [recovery, setRecovery] = useState(false);
  const [ofOtherWay, setOfOtherWay] = useState<Problem | undefined>();
  const t = (key: AccessWord) => accessWord(key, props.language);
  const { problem } = props;
  // That the phone's code was wrong says nothing about a recovery code; a lock holds for both.
  const shown = problem && problem === ofOtherWay && isWrong(problem) ? undefined : problem;
  const goOtherWay = () => {
    setOfOtherWay(problem);
    setRecovery(!recovery);
  };
  return (
    <div className="sign-in-form" data-step="code">
      <h2>{t(recovery ? "code.recoveryTitle" : "code.title")}</h2>
      <p>{t(recovery ? "code.recoveryText" : "code.text")}</p>
      <CodeForm
        key={String(recovery)}
        {...props}
        problem={shown}
        recovery={recovery}
        wrong={recovery ? "code.recoveryWrong" : "code.wrong"}
      />
      <button type="button" className="button quiet" data-action="other-way" onClick={goOtherWay}>
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
  /** Whether the person begins here. */
  first?: boolean;
}

const isWrong = (problem: Problem) => problem.type.endsWith(":wrong-credentials");

/** One field for the code, with the keys of a telephone for six digits. */
export function CodeForm({ give, problem, busy, language, wrong, ...kind }: CodeProps) {
  const { recovery = false, first = true } = kind;
  const [code, setCode] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const t = (key: AccessWord) => accessWord(key, language);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void give(code.replace(/\s/g, "")).then(() => {
      setCode("");
      // The button was disabled meanwhile and lost the focus: the next code is typed at once.
      field.current?.focus();
    });
  };
  return (
    <form className="code-form" onSubmit={submit}>
      <label className="field">
        <span>{t(recovery ? "code.recoveryLabel" : "code.label")}</span>
        <input
          ref={field}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          autoFocus={first}
          data-first={first || undefined}
          required
          inputMode={recovery ? "text" : "numeric"}
          minLength={6}
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      {problem && isWrong(problem) ? (
        <p className="problem" role="alert" data-problem="wrong-code">
          {t(wrong)}
        </p>
      ) : (
        <ProblemLine problem={problem} language={language} />
      )}
      {problem?.type.endsWith(":locked-out") && <p className="soft">{t("code.locked")}</p>}
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
