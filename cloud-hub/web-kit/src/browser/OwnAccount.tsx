import { useEffect, useState, type FormEvent } from "react";
import type { OwnAccountCommands } from "@wuduan/contract/commands.ts";
import type {
  Language,
  NewSecondFactor,
  OpenSession,
  Problem,
  SecondFactorState,
} from "@wuduan/contract/messages.ts";
import { dayAndTime } from "../times.ts";
import { askUntilAnswered } from "./askUntilAnswered.ts";
import { accessWord, placeWord, type AccessWord } from "./accessWords.ts";
import { useCommand } from "./hooks.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { CodeForm, NewFactor, RecoveryCodes } from "./SecondStepForm.tsx";
import type { Session } from "./session.ts";
import "./account.css";

interface Props {
  session: Session;
  own: OwnAccountCommands;
  language: Language;
}

/** Password, second factor, and where one is signed in; the same in every client. */
export function OwnAccount(props: Props) {
  return (
    <div className="own-account">
      <Password {...props} />
      <Factor {...props} />
      <Sessions {...props} />
    </div>
  );
}

function Password({ session, own, language }: Props) {
  const { busy, problem, give } = useCommand(session);
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const [changed, setChanged] = useState(false);
  const t = (key: AccessWord) => accessWord(key, language);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChanged(false);
    if (await give(() => own.changePassword({ current, password: fresh }))) {
      setChanged(true);
      setCurrent("");
      setFresh("");
    }
  };
  return (
    <form className="own-part" data-part="password" onSubmit={(event) => void submit(event)}>
      <h3>{t("own.password")}</h3>
      <label className="field">
        <span>{t("own.current")}</span>
        <input
          name="current"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t("own.fresh")}</span>
        <input
          name="fresh"
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          maxLength={200}
          value={fresh}
          onChange={(event) => setFresh(event.target.value)}
        />
      </label>
      <p className="soft">{t("own.rule")}</p>
      <WrongOr problem={problem} wrong={t("own.wrongPassword")} language={language} />
      {changed && <p role="status">{t("own.changed")}</p>}
      <button className="button primary" data-action="change-password" disabled={busy}>
        {t("own.change")}
      </button>
    </form>
  );
}

interface WrongProps {
  problem: Problem | null;
  wrong: string;
  language: Language;
}

function WrongOr({ problem, wrong, language }: WrongProps) {
  return problem?.type.endsWith(":wrong-credentials") ? (
    <p className="problem" role="alert" data-problem="wrong-password">
      {wrong}
    </p>
  ) : (
    <ProblemLine problem={problem} language={language} />
  );
}

type Doing =
  | { step: "nothing" }
  | { step: "turning-on"; fresh: NewSecondFactor }
  | { step: "codes"; codes: readonly string[] }
  | { step: "turning-off" }
  | { step: "renewing" };

/** The second factor of who is signed in, and how far turning it on or off has come. */
function useFactor({ session, own }: Props) {
  const { busy, problem, give } = useCommand(session);
  const [state, setState] = useState<SecondFactorState | undefined>();
  const [doing, setDoing] = useState<Doing>({ step: "nothing" });
  const [changes, setChanges] = useState(0);
  const changed = () => setChanges((before) => before + 1);
  useEffect(() => askUntilAnswered(() => own.secondFactor(), setState), [own, changes]);
  const turnOn = async () => {
    await give(async () => {
      const answer = await own.setUp();
      if (answer.ok) setDoing({ step: "turning-on", fresh: answer.value });
      return answer;
    });
  };
  const receiveCodes = async (asked: typeof own.confirm, code: string) => {
    await give(async () => {
      const answer = await asked({ code });
      if (answer.ok) setDoing({ step: "codes", codes: answer.value.recoveryCodes });
      return answer;
    });
    changed();
  };
  const confirm = (code: string) => receiveCodes(own.confirm, code);
  const renew = (code: string) => receiveCodes(own.renewRecoveryCodes, code);
  const turnOff = async (code: string) => {
    if (await give(() => own.remove({ code }))) setDoing({ step: "nothing" });
    changed();
  };
  return { busy, problem, state, doing, setDoing, turnOn, confirm, renew, turnOff };
}

type FactorHand = ReturnType<typeof useFactor>;

function Factor(props: Props) {
  const hand = useFactor(props);
  const { state, doing, setDoing } = hand;
  const t = (key: AccessWord) => accessWord(key, props.language);
  return (
    <section className="own-part" data-part="second-factor" data-on={state?.on}>
      <h3>{t("own.factor")}</h3>
      {!state && <p className="soft">{t("own.loading")}</p>}
      {state && doing.step === "nothing" && (
        <FactorState hand={hand} state={state} language={props.language} />
      )}
      <FactorSteps hand={hand} language={props.language} />
      {doing.step !== "nothing" && doing.step !== "codes" && (
        <button
          type="button"
          className="button quiet"
          data-action="cancel-factor"
          onClick={() => setDoing({ step: "nothing" })}
        >
          {t("own.cancel")}
        </button>
      )}
    </section>
  );
}

interface FactorStateProps {
  hand: FactorHand;
  state: SecondFactorState;
  language: Language;
}

/** Whoever must have one can't turn it off. */
function FactorState({ hand, state, language }: FactorStateProps) {
  const t = (key: AccessWord, values?: Record<string, string>) => accessWord(key, language, values);
  const press = () => (state.on ? hand.setDoing({ step: "turning-off" }) : void hand.turnOn());
  return (
    <>
      <p>
        {state.on
          ? t("own.factorOn", { count: String(state.recoveryCodesLeft) })
          : t("own.factorOff")}
      </p>
      {state.required && <p className="soft">{t("own.factorRequired")}</p>}
      <ProblemLine problem={hand.problem} language={language} />
      {state.on && (
        <button
          type="button"
          className="button"
          data-action="renew-codes"
          onClick={() => hand.setDoing({ step: "renewing" })}
        >
          {t("own.renewCodes")}
        </button>
      )}
      {!(state.on && state.required) && (
        <button type="button" className="button" data-action="second-factor" onClick={press}>
          {t(state.on ? "own.turnOff" : "own.turnOn")}
        </button>
      )}
    </>
  );
}

function FactorSteps({ hand, language }: { hand: FactorHand; language: Language }) {
  const { doing, setDoing, busy } = hand;
  const form = { problem: hand.problem ?? undefined, busy, language };
  switch (doing.step) {
    case "nothing":
      return null;
    case "turning-on":
      return (
        <>
          <p>{accessWord("enrol.text", language)}</p>
          <NewFactor fresh={doing.fresh} language={language} />
          <CodeForm {...form} give={hand.confirm} wrong="enrol.wrong" />
        </>
      );
    case "renewing":
      return (
        <>
          <p>{accessWord("own.renewText", language)}</p>
          <CodeForm {...form} give={hand.renew} wrong="code.wrong" />
        </>
      );
    case "turning-off":
      return <CodeForm {...form} give={hand.turnOff} wrong="code.wrong" />;
    case "codes":
      return (
        <RecoveryCodes
          codes={doing.codes}
          language={language}
          onDone={() => setDoing({ step: "nothing" })}
        />
      );
  }
}

function Sessions({ session, own, language }: Props) {
  const { busy, problem, give } = useCommand(session);
  const [sessions, setSessions] = useState<readonly OpenSession[] | undefined>();
  const t = (key: AccessWord, values?: Record<string, string>) => accessWord(key, language, values);
  const [ended, setEnded] = useState(0);
  useEffect(
    () =>
      askUntilAnswered(
        () => own.sessions(),
        (told) => setSessions(told.sessions),
      ),
    [own, ended],
  );
  const end = async (id: string) => {
    await give(() => own.revoke(id));
    setEnded((before) => before + 1);
  };
  return (
    <section className="own-part" data-part="sessions">
      <h3>{t("own.sessions")}</h3>
      {!sessions && <p className="soft">{t("own.loading")}</p>}
      <ul className="own-sessions">
        {sessions?.map((one) => (
          <li key={one.id} data-current={one.current}>
            <span>
              <strong>{placeWord(one, language)}</strong>
              <small>
                {t("own.opened", { time: dayAndTime(one.openedAt, language) })}
                {one.address && ` · ${one.address}`}
              </small>
            </span>
            {one.current ? (
              <b>{t("own.here")}</b>
            ) : (
              <button
                type="button"
                className="button"
                data-action="revoke"
                disabled={busy}
                aria-label={t("own.revokeLabel", { place: placeWord(one, language) })}
                onClick={() => void end(one.id)}
              >
                {t("own.revoke")}
              </button>
            )}
          </li>
        ))}
      </ul>
      <ProblemLine problem={problem} language={language} />
    </section>
  );
}
