import type { FamilyInbox, Summary } from "@wuduan/contract/messages.ts";
import { ageOf, comparedSentence } from "@wuduan/web-kit/quantity.ts";
import { useNow } from "@wuduan/web-kit/react.tsx";
import { ageInYears, sexWord, vitalWord } from "@wuduan/web-kit/words.ts";
import {
  allAsUsual,
  has,
  mostUnusual,
  newestAt,
  recent,
  type Parent,
  type Unusual,
} from "../family.ts";
import { i18n, t } from "../language.ts";
import { Medicines } from "../medicines/Medicines.tsx";
import { PlanCard } from "../plan/PlanCard.tsx";
import { NoParent } from "./Parent.tsx";
import { SummaryCard } from "./Summaries.tsx";
import { VitalsCards } from "./Vitals.tsx";

/** A birthday at midnight may be an hour late on the screen. */
const AGE_RENEWED_MILLIS = 3_600_000;

/** So long after a consultation the doctor's words stand above the numbers. */
const NEWS_MILLIS = 24 * AGE_RENEWED_MILLIS;

interface Props {
  inbox: FamilyInbox;
  parent: Parent | undefined;
  onSummaries(): void;
}

/** How the parent is: what needs a look, one sentence, then the numbers, then what the doctor said last. */
export function Today({ inbox, parent, onSummaries }: Props) {
  const now = useNow(AGE_RENEWED_MILLIS);
  if (!parent) return <NoParent />;
  const latest = inbox.summaries.find(({ patient }) => patient.id === parent.patient.id);
  const isNews = latest !== undefined && now - Date.parse(latest.at) < NEWS_MILLIS;
  const maySay = has(parent, "proxy_consent");
  const said = latest && (
    <LatestSummary summary={latest} maySay={maySay} onSummaries={onSummaries} />
  );
  const today = (
    <>
      {isNews && said}
      <ParentToday parent={parent} />
      <Medicines parent={parent} />
    </>
  );
  return (
    <>
      {has(parent, "see_vitals") ? (
        <PlanCard key={parent.patient.id} patientId={parent.patient.id}>
          {today}
        </PlanCard>
      ) : (
        today
      )}
      {!isNews && said}
    </>
  );
}

function LatestSummary(props: { summary: Summary; maySay: boolean; onSummaries(): void }) {
  return (
    <section className="block">
      <header className="block-head">
        <h2>{t("today.latestSummary")}</h2>
        <button
          type="button"
          className="button quiet"
          data-action="all-summaries"
          onClick={props.onSummaries}
        >
          {t("today.all")}
        </button>
      </header>
      <SummaryCard summary={props.summary} maySay={props.maySay} />
    </section>
  );
}

function ParentToday({ parent }: { parent: Parent }) {
  const now = useNow(AGE_RENEWED_MILLIS);
  const { patient, vitals } = parent;
  const today = recent(vitals, now);
  const unusual = mostUnusual(today);
  const last = newestAt(vitals);
  const isOld = last !== undefined && newestAt(today) === undefined;
  return (
    <section className="block" data-patient={patient.id}>
      <header className="parent">
        <h2>{patient.name}</h2>
        <span className="soft">
          {sexWord(patient.sex, i18n.language())} ·{" "}
          {t("parent.years", { age: ageInYears(patient.birthYear, now) })}
        </span>
      </header>
      {!has(parent, "see_vitals") ? (
        <p className="empty">{t("today.noRight")}</p>
      ) : (
        <>
          {isOld && (
            <p className="sentence" data-label="old">
              {t("today.old", { age: ageOf(last, now, i18n.language()) })}
            </p>
          )}
          {unusual && <Sentence unusual={unusual} all={allAsUsual(today)} />}
          <VitalsCards vitals={vitals} said={unusual?.kind} />
        </>
      )}
    </section>
  );
}

/** How it is, in words: the number that differs from the usual, or that none does. */
function Sentence({ unusual, all }: { unusual: Unusual; all: boolean }) {
  const { kind, compared } = unusual;
  const sentence = comparedSentence(compared, i18n.language(), "others");
  return (
    <p className="sentence" data-compared={compared} data-label="sentence">
      {all
        ? t("today.steady")
        : t("today.sentence", { what: vitalWord(kind, i18n.language()), how: lowered(sentence) })}
    </p>
  );
}

/** An English sentence goes on after a colon with a small letter; Chinese has none. */
function lowered(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
