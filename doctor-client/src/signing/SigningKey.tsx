import { useState, type FormEvent } from "react";
import type { SigningState } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { clockTime, dayWithYear } from "@wuduan/web-kit/times.ts";
import { useDesk } from "../desk.tsx";
import { i18n } from "../language.ts";
import { CodeField, PinField } from "./fields.tsx";
import { Fingerprint } from "./Fingerprint.tsx";
import { SigningProblem } from "./UnlockDialog.tsx";
import { useSigningState } from "./useSigning.tsx";
import { word } from "./words.ts";
import "./signing.css";

/** The own signing key, beside password and second factor: set up, seen, locked, replaced. */
export function SigningKey() {
  const { commands } = useDesk();
  const { state, setState, refresh } = useSigningState(commands.signing);
  return (
    <section className="own-part" data-part="signing-key">
      <h3>{word("key.title")}</h3>
      {!state && <p className="soft">{word("key.loading")}</p>}
      {state?.key && <InUse state={state} inUse={state.key} onChange={setState} />}
      {state && !state.key && <NoKey state={state} onChange={setState} onLook={refresh} />}
    </section>
  );
}

type Key = NonNullable<SigningState["key"]>;

interface Changing {
  onChange(state: SigningState): void;
}

function NoKey(props: Changing & { state: SigningState; onLook(): Promise<void> }) {
  const [making, setMaking] = useState(false);
  if (!props.state.secondFactor) {
    return (
      <>
        <p>{word("key.noFactor")}</p>
        <button
          type="button"
          className="button"
          data-action="look-again"
          onClick={() => void props.onLook()}
        >
          {word("key.again")}
        </button>
      </>
    );
  }
  if (making) return <NewKey onChange={props.onChange} />;
  return (
    <>
      <p>{word("key.none")}</p>
      <button
        type="button"
        className="button primary"
        data-action="set-up-key"
        onClick={() => setMaking(true)}
      >
        {word("key.open")}
      </button>
    </>
  );
}

function InUse({ state, inUse, onChange }: Changing & { state: SigningState; inUse: Key }) {
  const { session, commands } = useDesk();
  const { busy, give } = useCommand(session);
  const [replacing, setReplacing] = useState(false);
  const language = i18n.language();
  const lock = () =>
    give(async () => {
      const answer = await commands.signing.lock();
      if (answer.ok) onChange(answer.value);
      return answer;
    });
  const replaced = (next: SigningState) => {
    setReplacing(false);
    onChange(next);
  };
  return (
    <>
      <p data-key={state.unlockedUntil ? "unlocked" : "locked"}>
        {word("key.since", { time: dayWithYear(inUse.since, language) })} ·{" "}
        {inUse.refusedUntil
          ? word("key.refused", { time: clockTime(inUse.refusedUntil, language) })
          : state.unlockedUntil
            ? word("key.unlocked", { time: clockTime(state.unlockedUntil, language) })
            : word("key.locked")}
      </p>
      <p>
        <small>{word("key.fingerprint")}</small> <Fingerprint hex={inUse.fingerprint} />
      </p>
      {replacing ? (
        <>
          <p>{word("key.replaceText")}</p>
          <NewKey replaces={inUse.id} onChange={replaced} onClose={() => setReplacing(false)} />
        </>
      ) : (
        <p className="own-actions">
          {state.unlockedUntil && (
            <button
              type="button"
              className="button"
              data-action="lock-key"
              disabled={busy}
              onClick={() => void lock()}
            >
              {word("key.lock")}
            </button>
          )}
          <button
            type="button"
            className="button quiet"
            data-action="replace-key"
            onClick={() => setReplacing(true)}
          >
            {word("key.replace")}
          </button>
        </p>
      )}
    </>
  );
}

function NewKey(props: Changing & { replaces?: string; onClose?(): void }) {
  const { session, commands } = useDesk();
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
      const answer = await commands.signing.setUp(replaces ? { ...body, replaces } : body);
      if (answer.ok) props.onChange(answer.value);
      return answer;
    });
    setCode("");
  };
  return (
    <form className="own-part" data-part="new-key" onSubmit={(event) => void submit(event)}>
      <PinField label={word("key.pin")} name="pin" value={pin} onChange={setPin} first />
      <PinField label={word("key.pinAgain")} name="pin-again" value={again} onChange={setAgain} />
      <CodeField value={code} onChange={setCode} />
      {differ && (
        <p className="problem" role="alert">
          {word("key.differ")}
        </p>
      )}
      <SigningProblem problem={problem} />
      <p className="own-actions">
        <button className="button primary" data-action="make-key" disabled={busy || differ}>
          {word("key.make")}
        </button>
        {props.onClose && (
          <button type="button" className="button" onClick={props.onClose}>
            {word("key.cancel")}
          </button>
        )}
      </p>
    </form>
  );
}
