import { useState, type FormEvent } from "react";
import type { SigningState } from "@wuduan/contract/messages.ts";
import { clockTime, dayWithYear } from "../times.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import { useCommand } from "./hooks.tsx";
import { CodeField, PinField } from "./signingFields.tsx";
import { signingWord } from "./signingWords.ts";
import { SigningProblem, type Signatory } from "./UnlockDialog.tsx";
import { useSigningState } from "./useSigning.tsx";
import "./account.css";
import "./signing.css";

/** The own signing key, beside password and second factor: set up, seen, locked, replaced. */
export function SigningKey(signatory: Signatory) {
  const { state, setState, refresh } = useSigningState(signatory.signing);
  const { language } = signatory;
  return (
    <section className="own-part" data-part="signing-key">
      <h3>{signingWord("key.title", language)}</h3>
      {!state && <p className="soft">{signingWord("key.loading", language)}</p>}
      {state?.key && <InUse {...signatory} state={state} inUse={state.key} onChange={setState} />}
      {state && !state.key && (
        <NoKey {...signatory} state={state} onChange={setState} onLook={refresh} />
      )}
    </section>
  );
}

type Key = NonNullable<SigningState["key"]>;

interface Changing extends Signatory {
  onChange(state: SigningState): void;
}

function NoKey(props: Changing & { state: SigningState; onLook(): Promise<void> }) {
  const [making, setMaking] = useState(false);
  const { language } = props;
  if (!props.state.secondFactor) {
    return (
      <>
        <p>{signingWord("key.noFactor", language)}</p>
        <button
          type="button"
          className="button"
          data-action="look-again"
          onClick={() => void props.onLook()}
        >
          {signingWord("key.again", language)}
        </button>
      </>
    );
  }
  if (making) return <NewKey {...props} />;
  return (
    <>
      <p>{signingWord("key.none", language)}</p>
      <button
        type="button"
        className="button primary"
        data-action="set-up-key"
        onClick={() => setMaking(true)}
      >
        {signingWord("key.open", language)}
      </button>
    </>
  );
}

interface InUseProps extends Changing {
  state: SigningState;
  inUse: Key;
}

function InUse(props: InUseProps) {
  const { language, state, inUse, onChange } = props;
  const [replacing, setReplacing] = useState(false);
  const replaced = (next: SigningState) => {
    setReplacing(false);
    onChange(next);
  };
  return (
    <>
      <p data-key={state.unlockedUntil ? "unlocked" : "locked"}>
        {signingWord("key.since", language, { time: dayWithYear(inUse.since, language) })} ·{" "}
        {inUse.refusedUntil
          ? signingWord("key.refused", language, { time: clockTime(inUse.refusedUntil, language) })
          : state.unlockedUntil
            ? signingWord("key.unlocked", language, {
                time: clockTime(state.unlockedUntil, language),
              })
            : signingWord("key.locked", language)}
      </p>
      <p>
        <small>{signingWord("key.fingerprint", language)}</small>{" "}
        <Fingerprint hex={inUse.fingerprint} />
      </p>
      {replacing ? (
        <>
          <p>{signingWord("key.replaceText", language)}</p>
          <NewKey
            {...props}
            replaces={inUse.id}
            onChange={replaced}
            onClose={() => setReplacing(false)}
          />
        </>
      ) : (
        <Ways {...props} onReplace={() => setReplacing(true)} />
      )}
    </>
  );
}

function Ways(props: InUseProps & { onReplace(): void }) {
  const { session, signing, language, state, onChange } = props;
  const { busy, give } = useCommand(session);
  const lock = () =>
    give(async () => {
      const answer = await signing.lock();
      if (answer.ok) onChange(answer.value);
      return answer;
    });
  return (
    <p className="own-actions">
      {state.unlockedUntil && (
        <button
          type="button"
          className="button"
          data-action="lock-key"
          disabled={busy}
          onClick={() => void lock()}
        >
          {signingWord("key.lock", language)}
        </button>
      )}
      <button
        type="button"
        className="button quiet"
        data-action="replace-key"
        onClick={props.onReplace}
      >
        {signingWord("key.replace", language)}
      </button>
    </p>
  );
}

function NewKey(props: Changing & { replaces?: string; onClose?(): void }) {
  const { session, signing, language } = props;
  const { busy, problem, give } = useCommand(session);
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [code, setCode] = useState("");
  const differ = again !== "" && again !== pin;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (again !== pin) return;
    await give(async () => {
      const body = { pin, code: code.replace(/\s/g, "") };
      const { replaces } = props;
      const answer = await signing.setUp(replaces ? { ...body, replaces } : body);
      if (answer.ok) props.onChange(answer.value);
      return answer;
    });
    setCode("");
  };
  return (
    <form className="own-part" data-part="new-key" onSubmit={(event) => void submit(event)}>
      <PinField
        label={signingWord("key.pin", language)}
        name="pin"
        value={pin}
        onChange={setPin}
        first
      />
      <PinField
        label={signingWord("key.pinAgain", language)}
        name="pin-again"
        value={again}
        onChange={setAgain}
      />
      <CodeField language={language} value={code} onChange={setCode} />
      {differ && (
        <p className="problem" role="alert">
          {signingWord("key.differ", language)}
        </p>
      )}
      <SigningProblem problem={problem} language={language} />
      <p className="own-actions">
        <button className="button primary" data-action="make-key" disabled={busy || differ}>
          {signingWord("key.make", language)}
        </button>
        {props.onClose && (
          <button type="button" className="button" onClick={props.onClose}>
            {signingWord("key.cancel", language)}
          </button>
        )}
      </p>
    </form>
  );
}
