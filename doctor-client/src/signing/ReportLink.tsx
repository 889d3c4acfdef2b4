import { useState } from "react";
import type { ConsultationView, Id, Problem } from "@wuduan/contract/messages.ts";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { secondOf } from "@wuduan/web-kit/times.ts";
import { i18n } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { word } from "./words.ts";

/** Saves the report, or says in words beside the button why there is none. */
export function ReportLink({ consultation }: { consultation: Id }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setProblem(await reportSaved(consultation));
    setBusy(false);
  };
  return (
    <span className="report-link">
      <button
        type="button"
        className="button small"
        data-action="report"
        disabled={busy}
        onClick={() => void save()}
      >
        {word("report.open")}
      </button>
      <ProblemLine problem={problem} />
    </span>
  );
}

/** In whose archives the newest version lies, and since when: each institution that took part keeps it. */
export function ReportArchive({ report }: { report: ConsultationView["report"] }) {
  const language = i18n.language();
  if (!report) {
    return (
      <p className="soft" data-archived="0">
        {word("report.notArchived")}
      </p>
    );
  }
  const places = report.archived
    .map(({ institution, at }) => `${institution} ${secondOf(at, language)}`)
    .join(language === "en" ? "; " : "，");
  return (
    <p className="soft" data-archived={report.version}>
      {word("report.archived", { version: report.version, places })}
    </p>
  );
}

/** A file and not a page: the browser shows it as it shows every PDF. Gives the refusal, if there is one. */
async function reportSaved(consultation: Id): Promise<Problem | null> {
  try {
    const answer = await fetch(`/api/consultations/${consultation}/report`);
    if (!answer.ok) return (await answer.json()) as Problem;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `report-${consultation}.pdf`;
    link.click();
    URL.revokeObjectURL(link.href);
    return null;
  } catch {
    // no answer, or one that is not the hub's
    return offlineProblem();
  }
}
