import type { VitalsSummary } from "@wuduan/contract/messages.ts";
import { figuresOf } from "@wuduan/web-kit/browser/figures.ts";
import { Numbers } from "@wuduan/web-kit/browser/Numbers.tsx";
import { limitsWord, plannedUnit, plannedWord } from "@wuduan/web-kit/plan.ts";
import { markWord } from "@wuduan/web-kit/quantity.ts";
import { timeIn } from "@wuduan/web-kit/times.ts";
import { shownAt } from "@wuduan/web-kit/vitals.ts";
import { PULSE, vitalWord } from "@wuduan/web-kit/words.ts";
import { i18n, t as words } from "../language.ts";
import { t } from "./language.ts";

type Summarised = VitalsSummary["kinds"][number];
type Summed = Summarised["values"][number];
type Span = Summed["spans"][number];

const SPANS = [7, 30, 90] as const;

/** Years ago is not yesterday: with its year. */
const WHEN: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
};

/** Each kind that was ever measured: the newest reading, and least, mean, most and number of the last days. */
export function VitalsTable({ summary }: { summary: VitalsSummary }) {
  const { kinds } = summary;
  if (kinds.length === 0) return <p className="soft">{t("short.none")}</p>;
  const limited = kinds.some(({ values }) => values.some(({ low, high }) => low ?? high));
  const byHour = kinds.some(({ counted }) => counted === "hours");
  return (
    <>
      <div className="short-scroll" tabIndex={0} role="region" aria-label={t("short.title")}>
        <table className="short">
          <thead>
            <tr>
              <th scope="col">{t("short.value")}</th>
              {SPANS.map((days) => (
                <th key={days} scope="col">
                  {t("short.days", { days })}
                </th>
              ))}
            </tr>
          </thead>
          {kinds.map((kind) => (
            <KindRows key={kind.kind} kind={kind} />
          ))}
        </table>
      </div>
      {limited && <p className="soft">{t("short.byPlan")}</p>}
      {byHour && <p className="soft">{t("short.byHour")}</p>}
    </>
  );
}

function KindRows({ kind }: { kind: Summarised }) {
  const { latest, device, values, counted } = kind;
  const language = i18n.language();
  return (
    <tbody data-kind={kind.kind}>
      <tr>
        <th scope="rowgroup" colSpan={SPANS.length + 1}>
          {vitalWord(kind.kind, language)} <Numbers figures={figuresOf(kind.kind, latest)} />{" "}
          <small>
            {t("short.latest", { when: timeIn(shownAt(latest), language, WHEN) })}
            {!latest.takenAtKnown && ` · ${words("vitals.receivedTime")}`}
            {device && ` · ${device}`}
            {latest.marks.map((mark) => ` · ⚠ ${markWord(mark, language)}`)}
          </small>
        </th>
      </tr>
      {values.map((value) => (
        <tr key={value.vital} data-vital={value.vital}>
          <th scope="row">
            {valueWord(kind.kind, value.vital)} <small>{plannedUnit(value.vital)}</small>
            {(value.low ?? value.high) && (
              <small className="short-limits">
                {t("short.limits", { limits: limitsWord(value) })}
              </small>
            )}
          </th>
          {value.spans.map((span) => (
            <td key={span.days} data-days={span.days}>
              <SpanWords span={span} counted={counted} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** A cuff and an oximeter count a pulse beside their own values. */
function valueWord(kind: Summarised["kind"], vital: Summed["vital"]): string {
  const language = i18n.language();
  const isPulse = vital === "heart_rate" && kind !== "heartRate";
  return isPulse ? PULSE[language] : plannedWord(vital, language);
}

function SpanWords({ span, counted }: { span: Span; counted: Summarised["counted"] }) {
  const { readings, least, mean, most, below, above } = span;
  if (readings === 0) return <span className="soft">{t("short.noneInDays")}</span>;
  return (
    <>
      <b>
        {least}–{most}
      </b>
      <small>
        {t("short.mean", { mean: mean ?? "" })} · {t("short.count", { count: readings })}
      </small>
      {!!below && (
        <small className="short-beyond">{t(`short.below.${counted}`, { count: below })}</small>
      )}
      {!!above && (
        <small className="short-beyond">{t(`short.above.${counted}`, { count: above })}</small>
      )}
    </>
  );
}
