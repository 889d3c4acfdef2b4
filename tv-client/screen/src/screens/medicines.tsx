import { CheckIcon, NoteIcon, WarningIcon } from "@wuduan/web-kit/icons.tsx";
import { askedMedicines, shownMedicines, stoppedMedicines } from "../core/medicines.ts";
import { isLastPage, textPages } from "../core/screen.ts";
import { aboutMedicines, medicinesTitle } from "../spoken.ts";
import { dayAndTime, Frame, Notice, PageNumber, Remark } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

/** What to take and when, in the words of home; with a question where the supply is long. */
export function Medicines() {
  const { tv, say } = useTv();
  const shown = shownMedicines(tv);
  if (shown === undefined) return null;
  const { patient, prescription } = shown;
  const pages = textPages(tv);
  const several = (tv.inbox?.patients.length ?? 0) > 1;
  const when = dayAndTime(prescription.at, tv);
  const asks = askedMedicines(tv) !== undefined;
  const stops = stoppedMedicines(tv) !== undefined;
  return (
    <Frame title={say(medicinesTitle(tv))} keys={<MedicinesKeys asks={asks} />}>
      <Remark icon={stops ? <WarningIcon /> : <NoteIcon />} warn={stops}>
        {say("summaryFrom", { doctor: prescription.doctor.name, when })}
        {several ? ` · ${say("summaryFor", { name: patient.name })}` : ""}
      </Remark>
      <div className="sheet sheet-large" data-prescription={prescription.id}>
        {asks && tv.page === 0 ? <p>{say("medicinesAsk", aboutMedicines(tv))}</p> : null}
        {(pages[tv.page] ?? []).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <PageNumber page={tv.page} pages={pages.length} />
      </div>
    </Frame>
  );
}

function MedicinesKeys({ asks }: { readonly asks: boolean }) {
  const { tv } = useTv();
  if (!isLastPage(tv)) return <Key id="next" tone="primary" icon={<NoteIcon />} />;
  if (!asks) return <Key id="done" tone="primary" />;
  return (
    <>
      <Key id="agree-medicines" tone="answer" icon={<CheckIcon />} />
      <Key id="later-medicines" />
    </>
  );
}

/** The same question below the faces of a call: the doctor who asks is to be seen meanwhile. */
export function AskMedicines() {
  const { tv, say } = useTv();
  const question = say("medicinesAsk", aboutMedicines(tv));
  return (
    <div className="ask" role="dialog" data-dialog="medicines" aria-label={question}>
      <WarningIcon size="2.5em" />
      <p className="question">{question}</p>
      <Notice />
      <nav className="keys">
        <Key id="later-medicines" tone="primary" />
        <Key id="agree-medicines" tone="answer" icon={<CheckIcon />} />
      </nav>
    </div>
  );
}
