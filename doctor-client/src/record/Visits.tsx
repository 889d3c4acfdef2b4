import { useState } from "react";
import type { Id, Patient, Problem, RecordView, VisitNotes } from "@wuduan/contract/messages.ts";
import { recordCommands } from "@wuduan/contract/records.ts";
import { useDesk } from "../desk.tsx";
import { t as words } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { t, whenOf } from "./language.ts";
import { NotePaper } from "./NotePaper.tsx";

type Visit = RecordView["visits"][number];

/** The patient's other consultations; their notes are opened one by one, which is kept. */
export function Visits({ view, present }: { view: RecordView; present: Id }) {
  const earlier = view.visits.filter(({ consultationId }) => consultationId !== present);
  return (
    <section className="panel-section visits" aria-label={t("visits.title")}>
      <h3>{t("visits.title")}</h3>
      {earlier.length === 0 && <p className="soft">{t("visits.none")}</p>}
      <ul>
        {earlier.map((visit) => (
          <VisitLine key={visit.consultationId} visit={visit} patient={view.patient} />
        ))}
      </ul>
    </section>
  );
}

function VisitLine({ visit, patient }: { visit: Visit; patient: Patient }) {
  const { commands } = useDesk();
  const [notes, setNotes] = useState<VisitNotes["notes"] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = async () => {
    const answer = await recordCommands(commands.send, patient.id).visit(visit.consultationId);
    if (answer.ok) setNotes(answer.value.notes);
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <li data-visit={visit.consultationId}>
      <p>
        <b>{whenOf(visit.at)}</b> {visit.complaint} {visit.doctor}{" "}
        <span className={`chip chip-${visit.state}`}>{words(`state.${visit.state}`)}</span>
      </p>
      {visit.diagnoses.length > 0 && (
        <p>{visit.diagnoses.map(({ code, name }) => `${code} ${name}`).join("；")}</p>
      )}
      {visit.notes > 0 && (
        <button
          type="button"
          className="button small"
          data-action="open-visit"
          onClick={() => (notes ? setNotes(null) : void open())}
        >
          {notes ? t("visits.close") : t("visits.open")} ·{" "}
          {t("visits.notes", { count: visit.notes })}
        </button>
      )}
      <ProblemLine problem={problem} />
      {notes?.map((note) => (
        <NotePaper
          key={note.id}
          note={note}
          patient={patient}
          consultationId={visit.consultationId}
        />
      ))}
    </li>
  );
}
