import { HangUpIcon, HomeIcon, NoteIcon, PhoneIcon, WarningIcon } from "@wuduan/web-kit/icons.tsx";
import {
  asksUnderstanding,
  isLastPage,
  layoutOf,
  shownSummary,
  textPages,
  unconfirmedCancellation,
} from "../core/screen.ts";
import { cancelledTitle, leftWords } from "../spoken.ts";
import { dayAndTime, Frame, PageNumber, Remark } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

function DoneKey() {
  return <Key id="done" tone="primary" />;
}

/** The next page as long as there is one; then whether it was understood, as long as that is asked. */
function ReadKeys() {
  const { tv } = useTv();
  if (!isLastPage(tv)) return <Key id="next" tone="primary" icon={<NoteIcon />} />;
  return (
    <>
      <DoneKey />
      {asksUnderstanding(tv) ? <Key id="not-understood" /> : null}
    </>
  );
}

/** The doctor's plain words after the call. */
export function Summary() {
  const { tv, say } = useTv();
  const summary = shownSummary(tv);
  if (summary === undefined) return null;
  const pages = textPages(tv);
  const several = (tv.inbox?.patients.length ?? 0) > 1;
  const when = dayAndTime(summary.at, tv);
  return (
    <Frame title={say("summaryTitle")} keys={<ReadKeys />}>
      <Remark icon={<NoteIcon />}>
        {say("summaryFrom", { doctor: summary.doctor.name, when })}
        {several ? ` · ${say("summaryFor", { name: summary.patient.name })}` : ""}
      </Remark>
      <div className="sheet sheet-large" data-summary={summary.consultationId}>
        {summary.outcome === "in_person" && tv.page === 0 ? (
          <Remark icon={<WarningIcon />} warn>
            {say("summaryInPerson")}
          </Remark>
        ) : null}
        {(pages[tv.page] ?? []).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <PageNumber page={tv.page} pages={pages.length} />
      </div>
    </Frame>
  );
}

export function Left() {
  const { tv, say } = useTv();
  const { title, text } = leftWords(tv);
  const mayGoBack = layoutOf(tv).flat().includes("rejoin");
  return (
    <Frame
      title={say(title)}
      keys={
        <>
          {mayGoBack ? <Key id="rejoin" tone="answer" icon={<PhoneIcon />} /> : null}
          <Key id="home" icon={<HomeIcon />} />
        </>
      }
    >
      <Remark icon={<HangUpIcon />}>{say(text)}</Remark>
    </Frame>
  );
}

export function Cancelled() {
  const { tv, say } = useTv();
  const cancelled = unconfirmedCancellation(tv)?.cancelled;
  const byFamily = BY_FAMILY[cancelled?.reason ?? "other"];
  return (
    <Frame title={say(cancelledTitle(tv))} keys={<DoneKey />}>
      <p className="lead">{say(cancelled?.by === "doctor" ? "cancelledByDoctor" : byFamily)}</p>
    </Frame>
  );
}

const BY_FAMILY = {
  consent_refused: "cancelledConsent",
  consent_withdrawn: "cancelledWithdrawn",
  changed_mind: "cancelledByFamily",
  unreachable: "cancelledByFamily",
  other: "cancelledByFamily",
} as const;

export function Elsewhere() {
  const { say } = useTv();
  return (
    <Frame title={say("elsewhereTitle")} keys={<Key id="start-again" tone="primary" />}>
      <p className="lead">{say("elsewhereText")}</p>
    </Frame>
  );
}
