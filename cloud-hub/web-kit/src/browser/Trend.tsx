import { useMemo, useState, type ReactNode } from "react";
import type { Language, VitalsView } from "@wuduan/contract/messages.ts";
import { useNow } from "../react.tsx";
import { RANGES, vitalWord } from "../words.ts";
import {
  hasRanges,
  hasReadings,
  RANGES_DAYS,
  shownKinds,
  trendOf,
  withinDays,
  type RangeDays,
  type TrendKind,
  type TrendLine,
} from "./trend.ts";
import { TrendChart } from "./TrendChart.tsx";

const COLOURS: Record<TrendKind, string[]> = {
  bloodPressure: ["#c8372d", "#2b6cb0"],
  heartRate: ["#0e8c7f"],
  pulseOximeter: ["#2b6cb0"],
  glucose: ["#b86e00"],
  temperature: ["#c8372d"],
  weight: ["#4a5b64"],
};

/** A point may leave "today" a minute late. */
const RANGE_RENEWED_MILLIS = 60_000;

/** What a trend says; each client has its own words under these keys. */
export type TrendWords = (key: "trend.empty" | `trend.${TrendLine}`) => string;

interface TrendProps {
  vitals: VitalsView;
  kind: TrendKind;
  /** CSS pixels. */
  height: number;
  language: Language;
  t: TrendWords;
  /** Beside the names of the lines. */
  children?: ReactNode;
}

/** How one kind of values went: the names of its lines, and the chart. */
export function Trend({ vitals, kind, height, language, t, children }: TrendProps) {
  const all = useMemo(() => trendOf(vitals, kind), [vitals, kind]);
  const [days, setDays] = useState<RangeDays>(28);
  const now = useNow(RANGE_RENEWED_MILLIS) / 1000;
  const trend = useMemo(() => withinDays(all, days, now), [all, days, now]);
  const labels = trend.lines.map(({ name }) => t(`trend.${name}`));
  return (
    <>
      <header className="trend-head">
        {children}
        <ul className="legend">
          {labels.map((label, i) => (
            <li key={label}>
              <i style={{ background: COLOURS[kind][i] }} aria-hidden="true" />
              {label}
            </li>
          ))}
        </ul>
        {hasRanges(all, now) && <RangePicker days={days} language={language} onChoose={setDays} />}
      </header>
      {trend.seconds.length === 0 ? (
        <p className="empty">{t("trend.empty")}</p>
      ) : (
        <TrendChart
          trend={trend}
          labels={labels}
          colours={COLOURS[kind]}
          height={height}
          language={language}
        />
      )}
    </>
  );
}

interface RangePickerProps {
  days: RangeDays;
  language: Language;
  onChoose(days: RangeDays): void;
}

/** Today, a week, four weeks. */
function RangePicker({ days, language, onChoose }: RangePickerProps) {
  return (
    <div className="ranges" role="group">
      {RANGES_DAYS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === days}
          data-action={`trend-days-${each}`}
          onClick={() => onChoose(each)}
        >
          {RANGES[each][language]}
        </button>
      ))}
    </div>
  );
}

interface KindPickerProps {
  className: string;
  vitals: VitalsView;
  kind: TrendKind;
  language: Language;
  onChoose(kind: TrendKind): void;
}

/** Turns from kind to kind. */
export function KindPicker({ className, vitals, kind, language, onChoose }: KindPickerProps) {
  const kinds = shownKinds((each) => hasReadings(vitals, each));
  return (
    <div className={className} role="group">
      {kinds.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === kind}
          data-action={`trend-${each}`}
          onClick={() => onChoose(each)}
        >
          {vitalWord(each, language)}
        </button>
      ))}
    </div>
  );
}
