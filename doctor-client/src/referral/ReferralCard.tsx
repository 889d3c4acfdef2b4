import { useEffect, useState, type FormEvent } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type { Problem, Referral, ReferralLine } from "@wuduan/contract/messages.ts";
import { signedPath } from "@wuduan/contract/signedDocuments.ts";
import { useCommand, useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { departmentWord } from "@wuduan/web-kit/words.ts";
import { useDesk } from "../desk.tsx";
import { i18n } from "../language.ts";
import { PatientLine } from "../parts/PatientLine.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { SignatureMark } from "../signing/SignatureMark.tsx";
import { answerSentence } from "./answer.ts";
import { PackageForm } from "./PackageForm.tsx";
import { PackagePaper } from "./PackagePaper.tsx";
import { PrintedReferral } from "./PrintedReferral.tsx";
import { useReferralCommands } from "./useReferrals.ts";
import { t } from "./words.ts";

const FOLLOW_DAYS = 30;

/** One referral of a list; what is in it is fetched, and told to the audit, only when it is opened. */
export function ReferralCard({ line }: { line: ReferralLine }) {
  const { doctor } = useDesk();
  const [open, setOpen] = useState(false);
  const mine = line.from.id === doctor.id;
  return (
    <li
      className="referral"
      data-referral={line.id}
      data-direction={line.direction}
      data-state={line.state}
    >
      <header>
        <strong>{t(line.direction)}</strong> <PatientLine patient={line.patient} />
        <span className={`chip chip-${line.state}`}>{t(`state.${line.state}`)}</span>
        {line.urgency !== "routine" && (
          <span className="chip chip-urgent">{t(`urgency.${line.urgency}`)}</span>
        )}
        {line.greenChannel && <span className="chip chip-green">{t("greenChannel")}</span>}
      </header>
      <p>{line.disease}</p>
      <p className="soft">
        {mine
          ? t("to", {
              institution: line.to.institution.name,
              department: departmentWord(line.to.department, i18n.language()),
            })
          : t("from", { name: line.from.name, institution: line.from.institution })}{" "}
        · {dayAndTime(line.sentAt, i18n.language())}
      </p>
      {open ? (
        <OpenedReferral id={line.id} version={line.version} />
      ) : (
        <button
          type="button"
          className="button small"
          data-action="open-referral"
          onClick={() => setOpen(true)}
        >
          {t("open")}
        </button>
      )}
    </li>
  );
}

/** Asked for once, and anew when a step was taken in it: the hub pushes the list then, and tells the audit of each opening. */
export function OpenedReferral({ id, version }: Pick<ReferralLine, "id" | "version">) {
  const referrals = useReferralCommands();
  const [page, setPage] = useState<Referral | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(1);
  useEffect(() => {
    let wanted = true;
    void referrals.open(id).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setPage(answer.value);
      setProblem(answer.ok ? null : answer.problem);
    });
    return () => {
      wanted = false;
    };
  }, [referrals, id, version, tries]);
  return (
    <>
      {problem && (
        <>
          <ProblemLine problem={problem} />
          <button
            type="button"
            className="button small"
            data-action="open-referral"
            onClick={() => setTries((count) => count + 1)}
          >
            {t("open")}
          </button>
        </>
      )}
      {page ? <Page page={page} /> : !problem && <p className="soft">{t("loading")}</p>}
    </>
  );
}

interface PageProps {
  page: Referral;
}

function Page({ page }: PageProps) {
  const may = (action: Referral["actions"][number]) => page.actions.includes(action);
  return (
    <div className="referral-page" data-screen="referral">
      <SignatureMark
        path={signedPath.referral(page.line.id)}
        signature={page.signature}
        submittedAt={page.line.sentAt}
      />
      {page.greenChannel && (
        <p>
          <b>{t("greenChannel")}</b> {page.greenChannel}
        </p>
      )}
      <p className="summary-text">{page.summary}</p>
      {page.advice && <p className="rule caution">{t("advice.sent", { advice: page.advice })}</p>}
      {page.package && <PackagePaper package={page.package} />}
      {page.answer && <p data-label="answer">{answerSentence(page.answer)}</p>}
      {may("accept") && <AnswerForm page={page} />}
      <Notes page={page} />
      {may("add-note") && <NoteForm page={page} />}
      {may("follow") && <Follow page={page} />}
      {may("send-down") && <PackageForm page={page} />}
      <PrintedReferral page={page} />
    </div>
  );
}

function AnswerForm({ page }: PageProps) {
  return (
    <div className="referral-answer">
      <AcceptForm page={page} />
      <DeclineForm page={page} />
    </div>
  );
}

function AcceptForm({ page }: PageProps) {
  const { session, drafts } = useDesk();
  const referrals = useReferralCommands();
  const { busy, problem, give } = useCommand(session);
  const { id } = page.line;
  const place = useDraft(drafts, `${id}/place`);
  const [on, setOn] = useState("");
  const accept = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await give(() => referrals.accept(id, { on, place: place.text.trim() })))) return;
    place.forget();
  };
  return (
    <form onSubmit={(event) => void accept(event)}>
      <label className="field">
        <span>{t("on")}</span>
        <input
          type="date"
          name="on"
          required
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t("place")}</span>
        <input
          name="place"
          required
          maxLength={200}
          value={place.text}
          onChange={(event) => place.set(event.target.value)}
        />
      </label>
      <ProblemLine problem={problem} />
      <button className="button answer" data-action="accept-referral" disabled={busy}>
        {t("accept")}
      </button>
    </form>
  );
}

function DeclineForm({ page }: PageProps) {
  const { session, drafts } = useDesk();
  const referrals = useReferralCommands();
  const { busy, problem, give } = useCommand(session);
  const { id } = page.line;
  const reason = useDraft(drafts, `${id}/decline`);
  const decline = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await give(() => referrals.decline(id, { reason: reason.text.trim() })))) return;
    reason.forget();
  };
  return (
    <form onSubmit={(event) => void decline(event)}>
      <label className="field">
        <span>{t("reason")}</span>
        <input
          name="reason"
          required
          maxLength={500}
          value={reason.text}
          onChange={(event) => reason.set(event.target.value)}
        />
      </label>
      <ProblemLine problem={problem} />
      <button className="button" data-action="decline-referral" disabled={busy}>
        {t("decline")}
      </button>
    </form>
  );
}

function Notes({ page }: { page: Referral }) {
  if (page.notes.length === 0) return null;
  return (
    <section aria-label={t("notes")}>
      <h4>{t("notes")}</h4>
      <ul>
        {page.notes.map((note) => (
          <li key={note.id} data-note={note.id}>
            {note.text}
            <small>
              {" "}
              {note.doctor.name} · {dayAndTime(note.at, i18n.language())}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoteForm({ page }: PageProps) {
  const { session, drafts } = useDesk();
  const referrals = useReferralCommands();
  const { busy, problem, give } = useCommand(session);
  const { id } = page.line;
  const draft = useDraft(drafts, `${id}/note`);
  // Kept for a repeat: an answer that was lost makes no second note.
  const [noteId, setNoteId] = useState(newId);
  const write = async (event: FormEvent) => {
    event.preventDefault();
    const body = { id: noteId, text: draft.text.trim() };
    if (!(await give(() => referrals.note(id, body)))) return;
    draft.forget();
    setNoteId(newId());
  };
  return (
    <form onSubmit={(event) => void write(event)}>
      <label className="field">
        <span>{t("note")}</span>
        <textarea
          name="note"
          required
          rows={2}
          maxLength={2000}
          value={draft.text}
          onChange={(event) => draft.set(event.target.value)}
        />
      </label>
      <ProblemLine problem={problem} />
      <button className="button" data-action="add-note" disabled={busy}>
        {t("addNote")}
      </button>
    </form>
  );
}

function Follow({ page }: PageProps) {
  const { session } = useDesk();
  const referrals = useReferralCommands();
  const { busy, problem, give } = useCommand(session);
  const { followUntil } = page;
  const follow = async (days: number) => {
    await give(() => referrals.follow(page.line.id, { days }));
  };
  return (
    <div data-following={followUntil !== undefined}>
      <p className="soft">
        {followUntil
          ? t("following", { until: dayAndTime(followUntil, i18n.language()) })
          : t("notFollowing")}
      </p>
      <ProblemLine problem={problem} />
      <button
        type="button"
        className="button"
        data-action="follow"
        disabled={busy}
        onClick={() => void follow(followUntil ? 0 : FOLLOW_DAYS)}
      >
        {followUntil ? t("endFollow") : t("follow")}
      </button>
    </div>
  );
}
