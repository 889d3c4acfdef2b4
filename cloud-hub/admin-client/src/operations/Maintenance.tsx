import { useState } from "react";
import type { OperationsStatus } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { FormDialog } from "../parts/FormDialog.tsx";
import { t } from "./words.ts";

interface Props {
  status: OperationsStatus;
  mayDrain: boolean;
  onChanged(): void;
}

/** Whether new consultations are taken, and the way to the end of a working day of the machine. */
export function Maintenance({ status, mayDrain, onChanged }: Props) {
  const { session, commands } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [asking, setAsking] = useState(false);
  const since = status.noNewCallsSince;
  if (since === undefined && !mayDrain) return null;
  const change = async (step: "drain" | "resume") => {
    const { drainHub, resumeHub } = commands.operations;
    if (!(await give(step === "drain" ? drainHub : resumeHub))) return;
    setAsking(false);
    onChanged();
  };
  return (
    <section className="ops-group" data-group="maintenance">
      <h2>{t("maintenance.title")}</h2>
      <div
        className={since === undefined ? "ops-maintenance" : "ops-maintenance notice caution"}
        data-state={since === undefined ? "taking" : "draining"}
      >
        <p>{since === undefined ? t("maintenance.text") : drainingWord(status, since)}</p>
        {mayDrain && (
          <button
            type="button"
            className="button"
            data-action={since === undefined ? "drain-hub" : "resume-hub"}
            disabled={busy}
            onClick={() => (since === undefined ? setAsking(true) : void change("resume"))}
          >
            {t(since === undefined ? "drain.hub" : "resume.hub")}
          </button>
        )}
        {!asking && <ProblemLine problem={problem} language={i18n.language()} />}
      </div>
      {asking && (
        <FormDialog
          name="drain-hub"
          title={t("drain.hub.title")}
          act={t("drain.hub")}
          danger
          busy={busy}
          problem={problem}
          onSubmit={() => void change("drain")}
          onClose={() => setAsking(false)}
        >
          <p>{t("drain.hub.question")}</p>
        </FormDialog>
      )}
    </section>
  );
}

function drainingWord(status: OperationsStatus, since: string): string {
  const time = dayAndTime(since, i18n.language());
  return status.underWay === 0
    ? t("draining.hub.empty", { time })
    : t("draining.hub", { time, count: String(status.underWay) });
}
