import { useMemo, useState, type ReactNode } from "react";
import type { VitalsView } from "@wuduan/contract/messages.ts";
import { KINDS } from "@wuduan/web-kit/browser/figures.ts";
import { fullestKind, trendOf, type TrendKind } from "@wuduan/web-kit/browser/trend.ts";
import { TrendChart } from "@wuduan/web-kit/browser/TrendChart.tsx";
import { i18n, t } from "../language.ts";

const COLOURS: Record<TrendKind, string[]> = {
  bloodPressure: ["#c8372d", "#2b6cb0"],
  heartRate: ["#0e8c7f"],
  pulseOximeter: ["#2b6cb0"],
};
const TITLES = {
  bloodPressure: "vitals.bloodPressure",
  heartRate: "vitals.heartRate",
  pulseOximeter: "vitals.spo2",
} as const;

/** In a call: one chart, and the doctor turns from kind to kind. */
export function TrendPane({ vitals, height }: { vitals: VitalsView; height: number }) {
  const [chosen, setChosen] = useState<TrendKind | null>(null);
  const kind = chosen ?? fullestKind(vitals);
  return (
    <section className="trend" aria-label={t("trend.title")} data-kind={kind}>
      <Trend vitals={vitals} kind={kind} height={height}>
        <div className="tabs" role="tablist">
          {KINDS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              className="tab"
              aria-selected={each === kind}
              data-action={`trend-${each}`}
              onClick={() => setChosen(each)}
            >
              {t(TITLES[each])}
            </button>
          ))}
        </div>
      </Trend>
    </section>
  );
}

/** Before a call: every kind that was measured, one below the other. */
export function AllTrends({ vitals, height }: { vitals: VitalsView; height: number }) {
  const kinds = KINDS.filter((kind) => trendOf(vitals, kind).seconds.length > 0);
  return kinds.map((kind) => (
    <section key={kind} className="trend" aria-label={t("trend.title")} data-kind={kind}>
      <Trend vitals={vitals} kind={kind} height={height}>
        <h3>{t(TITLES[kind])}</h3>
      </Trend>
    </section>
  ));
}

interface TrendProps {
  vitals: VitalsView;
  kind: TrendKind;
  height: number;
  children: ReactNode;
}

function Trend({ vitals, kind, height, children }: TrendProps) {
  const trend = useMemo(() => trendOf(vitals, kind), [vitals, kind]);
  return (
    <>
      <header className="trend-head">
        {children}
        <ul className="legend">
          {trend.lines.map((line, i) => (
            <li key={line.name}>
              <i style={{ background: COLOURS[kind][i] }} aria-hidden="true" />
              {t(`trend.${line.name}`)}
            </li>
          ))}
        </ul>
      </header>
      {trend.seconds.length === 0 ? (
        <p className="empty">{t("trend.empty")}</p>
      ) : (
        <TrendChart
          trend={trend}
          labels={trend.lines.map(({ name }) => t(`trend.${name}`))}
          colours={COLOURS[kind]}
          height={height}
          language={i18n.language()}
        />
      )}
    </>
  );
}
