import { useRef, useState } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type { ConsultationView, Id, Opinion, SigningState } from "@wuduan/contract/messages.ts";
import { signedPath } from "@wuduan/contract/signedDocuments.ts";
import { useDraft, type DraftText } from "@wuduan/web-kit/browser/hooks.tsx";
import {
  useSigningCommand,
  useSigningState,
  type SigningCommand,
} from "@wuduan/web-kit/browser/useSigning.tsx";
import { levelWord } from "@wuduan/web-kit/words.ts";
import type { CaseTabProps } from "../caseTab.ts";
import { may, opinionsOf } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { i18n, t } from "../language.ts";
import { DecisionPart } from "../signing/DecisionPart.tsx";
import { ReportArchive, ReportLink } from "../signing/ReportLink.tsx";
import { SignatureMark } from "../signing/SignatureMark.tsx";
import { useSignatory } from "../signing/signatory.ts";
import { word } from "../signing/words.ts";
import { useShortcut } from "../useShortcut.ts";
import { ProblemLine } from "./ProblemLine.tsx";

/** Wire limit of an opinion. */
const OPINION_LENGTH_MAX = 4000;
/** The rest is counted down only when it gets short. */
const LEFT_SHOWN_FROM = 500;

type Props = Pick<CaseTabProps, "view" | "visible" | "show">;

/** Own opinion with its draft, and what the others have submitted. */
export function Opinions({ view, visible, show }: Props) {
  const { me } = useDesk();
  const { mine, others } = opinionsOf(view, me.id);
  return (
    <section className="panel-section opinions" aria-label={t("opinion.title")}>
      <h3 className="panel-head">
        {t("opinion.title")}
        {view.state === "concluded" && <ReportLink consultation={view.id} />}
      </h3>
      {view.state === "concluded" && <ReportArchive report={view.report} />}
      {mine.map((opinion) => (
        <OpinionCard key={opinion.id} view={view} opinion={opinion} mine />
      ))}
      {may(view, "submit-opinion") && <OpinionForm view={view} visible={visible} show={show} />}
      {others.map((opinion) => (
        <OpinionCard key={opinion.id} view={view} opinion={opinion} />
      ))}
      {others.length === 0 && <p className="soft">{t("opinion.none")}</p>}
    </section>
  );
}

interface CardProps {
  view: ConsultationView;
  opinion: Opinion;
  mine?: boolean;
}

function OpinionCard({ view, opinion, mine = false }: CardProps) {
  return (
    <article className="opinion" data-opinion={opinion.id} data-mine={mine}>
      <header>
        <strong>{mine ? t("opinion.mine") : opinion.doctor.name}</strong>
        {!mine && <small>{levelWord(opinion.doctor.level, i18n.language())}</small>}
        <SignatureMark
          path={signedPath.opinion(view.id, opinion.id)}
          signature={opinion.signature}
          submittedAt={opinion.submittedAt}
        />
      </header>
      <p className="opinion-text">{opinion.text}</p>
      {(opinion.decision ?? may(view, "decide")) && <DecisionPart view={view} opinion={opinion} />}
    </article>
  );
}

/** Submits the draft; pressed again after a lost answer it is the same opinion, not a second one. */
function useSubmission(view: ConsultationView, draft: DraftText, give: SigningCommand["give"]) {
  const { commands } = useDesk();
  const [sent, setSent] = useState<{ id: Id; text: string } | null>(null);
  // The answer may be lost with the network: then the view tells that the opinion arrived.
  if (sent && view.opinions.some(({ id }) => id === sent.id)) {
    setSent(null);
    if (draft.text.trim() === sent.text) draft.forget();
  }
  return async () => {
    const text = draft.text.trim();
    const body = sent?.text === text ? sent : { id: newId(), text };
    setSent(body);
    if (await give(() => commands.submitOpinion(view.id, body))) draft.forget();
  };
}

function OpinionForm({ view, visible, show }: Props) {
  const { drafts } = useDesk();
  const signatory = useSignatory();
  const { busy, problem, give, question } = useSigningCommand(signatory);
  const { state: signing } = useSigningState(signatory.signing);
  const draft = useDraft(drafts, `${view.id}/opinion`);
  const field = useRef<HTMLTextAreaElement>(null);
  useShortcut(
    "opinion",
    () => {
      show();
      field.current?.focus();
    },
    visible,
  );
  const submit = useSubmission(view, draft, give);
  // The question has a form of its own: it lies beside this one, not in it.
  return (
    <>
      <form
        className="opinion-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label className="field">
          <span>
            {t("opinion.mine")} <kbd>O</kbd>
          </span>
          <textarea
            ref={field}
            name="opinion"
            rows={4}
            maxLength={OPINION_LENGTH_MAX}
            placeholder={t("opinion.placeholder")}
            value={draft.text}
            onChange={(event) => draft.set(event.target.value)}
          />
        </label>
        <ProblemLine problem={problem} />
        <OpinionFoot draft={draft} busy={busy} signing={signing} />
      </form>
      {question}
    </>
  );
}

interface FootProps {
  draft: DraftText;
  busy: boolean;
  /** Undefined until the hub has told it. */
  signing: SigningState | undefined;
}

/** Whether the text is kept, whether it will be signed, and the button. */
function OpinionFoot({ draft, busy, signing }: FootProps) {
  const left = OPINION_LENGTH_MAX - draft.text.length;
  const hasKey = signing?.key !== undefined;
  return (
    <footer className="opinion-foot">
      <small data-draft={draft.kept ? "kept" : "lost"} data-signing={hasKey ? "key" : "none"}>
        {draft.text !== "" && (draft.kept ? t("opinion.draft") : t("opinion.draftFailed"))}
        {draft.text === "" && !hasKey && t("opinion.confirm")}
        {draft.text === "" && hasKey && word("opinion.willSign")}
        {left < LEFT_SHOWN_FROM && ` · ${t("opinion.limit", { left })}`}
        {signing && !hasKey && <span className="unsigned-note">{word("opinion.unsigned")}</span>}
      </small>
      <button
        className="button primary"
        data-action="submit-opinion"
        disabled={busy || draft.text.trim() === ""}
      >
        {busy ? t("common.sending") : hasKey ? word("opinion.signSubmit") : t("opinion.submit")}
      </button>
    </footer>
  );
}
