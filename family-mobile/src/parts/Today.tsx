import type { FamilyInbox } from "@wuduan/contract/messages.ts";
import { comparedSentence } from "@wuduan/web-kit/quantity.ts";
import { useNow } from "@wuduan/web-kit/react.tsx";
import { ageInYears } from "@wuduan/web-kit/words.ts";
import { comparedWithUsual, has, type Parent } from "../family.ts";
import { i18n, t } from "../language.ts";
import { NoParent } from "./Parent.tsx";
import { SummaryCard } from "./Summaries.tsx";
import { VitalsCards } from "./Vitals.tsx";

/** A birthday at midnight may be an hour late on the screen. */
const AGE_RENEWED_MILLIS = 3_600_000;

interface Props {
  inbox: FamilyInbox;
  parent: Parent | undefined;
  onSummaries(): void;
}

/** How the parent is: one sentence, then the numbers, then what the doctor said last. */
export function Today({ inbox, parent, onSummaries }: Props) {
  if (!parent) return <NoParent />;
  const latest = inbox.summaries.find(({ patient }) => patient.id === parent.patient.id);
  return (
    <>
      <ParentToday parent={parent} />
      {latest && (
        <section className="block">
          <header className="block-head">
            <h2>{t("today.latestSummary")}</h2>
            <button
              type="button"
              className="button quiet"
              data-action="all-summaries"
              onClick={onSummaries}
            >
              {t("today.all")}
            </button>
          </header>
          <SummaryCard summary={latest} />
        </section>
      )}
    </>
  );
}

function ParentToday({ parent }: { parent: Parent }) {
  const now = useNow(AGE_RENEWED_MILLIS);
  const { patient, relation, vitals } = parent;
  const compared = comparedWithUsual(vitals);
  const sentence = comparedSentence(compared, i18n.language(), "others");
  return (
    <section className="block" data-patient={patient.id}>
      <header className="parent">
        <h2>{patient.name}</h2>
        <span className="soft">
          {relation} · {t("parent.years", { age: ageInYears(patient.birthYear, now) })}
        </span>
      </header>
      {!has(parent, "see_vitals") ? (
        <p className="empty">{t("today.noRight")}</p>
      ) : (
        <>
          {sentence && (
            <p className="sentence" data-compared={compared} data-label="sentence">
              {sentence}
            </p>
          )}
          <VitalsCards vitals={vitals} />
        </>
      )}
    </section>
  );
}
