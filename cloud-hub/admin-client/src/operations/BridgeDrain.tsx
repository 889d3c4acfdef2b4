import { useState } from "react";
import type { OperationsPart } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { FormDialog } from "../parts/FormDialog.tsx";
import { t } from "./words.ts";

interface Props {
  part: OperationsPart;
  onChanged(): void;
}

/** Takes a bridge out of use, asked once more, or takes it into use again. */
export function BridgeDrain({ part, onChanged }: Props) {
  const { session, commands } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [asking, setAsking] = useState(false);
  const resume = async () => {
    if (await give(() => commands.operations.resumeBridge(part.name))) onChanged();
  };
  if (part.state === "draining")
    return (
      <div>
        <button
          type="button"
          className="button"
          data-action="resume-bridge"
          disabled={busy}
          onClick={() => void resume()}
        >
          {t("resume.bridge")}
        </button>
        <ProblemLine problem={problem} language={i18n.language()} />
      </div>
    );
  return (
    <>
      <button
        type="button"
        className="button"
        data-action="drain-bridge"
        onClick={() => setAsking(true)}
      >
        {t("drain.bridge")}
      </button>
      {asking && (
        <AskDrain
          part={part}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}

interface AskProps {
  part: OperationsPart;
  onClose(): void;
  onDone(): void;
}

function AskDrain({ part, onClose, onDone }: AskProps) {
  const { session, commands } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [moveCalls, setMoveCalls] = useState(false);
  const submit = async () => {
    if (await give(() => commands.operations.drainBridge(part.name, { moveCalls }))) onDone();
  };
  const isLast = problem?.state === "last-bridge";
  return (
    <FormDialog
      name="drain-bridge"
      title={t("drain.bridge.title", { name: part.name })}
      act={t("drain.bridge.act")}
      busy={busy}
      problem={isLast ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t("drain.bridge.text", { count: String(part.calls ?? 0) })}</p>
      <div role="radiogroup" aria-label={t("drain.bridge")}>
        {([false, true] as const).map((move) => (
          <label key={String(move)} className="ops-choice">
            <input
              type="radio"
              name="moveCalls"
              value={String(move)}
              checked={moveCalls === move}
              onChange={() => setMoveCalls(move)}
            />
            {t(move ? "drain.bridge.move" : "drain.bridge.wait")}
          </label>
        ))}
      </div>
      {isLast && (
        <p className="problem" role="alert">
          {t("drain.lastBridge")}
        </p>
      )}
    </FormDialog>
  );
}
