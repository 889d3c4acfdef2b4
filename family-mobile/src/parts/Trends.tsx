import { useMemo, useState } from "react";
import type { VitalsView } from "@wuduan/contract/messages.ts";
import { figuresOf, KINDS } from "@wuduan/web-kit/browser/figures.ts";
import { fullestKind, readingsOf, trendOf, type TrendKind } from "@wuduan/web-kit/browser/trend.ts";
import { TrendChart } from "@wuduan/web-kit/browser/TrendChart.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import { shownAt } from "@wuduan/web-kit/vitals.ts";
import { has, type Parent } from "../family.ts";
import { i18n, t } from "../language.ts";
import { usePhone } from "../phone.tsx";
import { NoParent } from "./Parent.tsx";
import { Numbers } from "./Vitals.tsx";

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
/** CSS pixels. */
const CHART_HEIGHT = 240;
/** Readings in words below the chart. */
const LISTED_MAX = 10;

/** How the numbers went: a chart and, in words, the newest readings. */
export function Trends({ parent }: { parent: Parent | undefined }) {
  const { live } = usePhone();
  const allowed = parent !== undefined && has(parent, "see_vitals");
  const stream = allowed ? `vitals/${parent.patient.id}` : undefined;
  const { view } = useView<VitalsView>(live, stream);
  if (!parent) return <NoParent />;
  if (!allowed) return <p className="empty">{t("trend.noRight")}</p>;
  if (!view) return <p className="empty">{t("app.checking")}</p>;
  return <TrendOf view={view} />;
}

function TrendOf({ view }: { view: VitalsView }) {
  const [chosen, setChosen] = useState<TrendKind | null>(null);
  const kind = chosen ?? fullestKind(view);
  const trend = useMemo(() => trendOf(view, kind), [view, kind]);
  return (
    <section className="block" data-kind={kind}>
      <div className="picker" role="tablist">
        {KINDS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            data-action={`trend-${each}`}
            aria-selected={each === kind}
            onClick={() => setChosen(each)}
          >
            {t(TITLES[each])}
          </button>
        ))}
      </div>
      {trend.seconds.length === 0 ? (
        <p className="empty">{t("trend.empty")}</p>
      ) : (
        <div className="card">
          <ul className="legend">
            {trend.lines.map((line, i) => (
              <li key={line.name}>
                <i style={{ background: COLOURS[kind][i] }} aria-hidden="true" />
                {t(`trend.${line.name}`)}
              </li>
            ))}
          </ul>
          <TrendChart
            trend={trend}
            labels={trend.lines.map(({ name }) => t(`trend.${name}`))}
            colours={COLOURS[kind]}
            height={CHART_HEIGHT}
            language={i18n.language()}
          />
        </div>
      )}
      <Newest view={view} kind={kind} />
    </section>
  );
}

function Newest({ view, kind }: { view: VitalsView; kind: TrendKind }) {
  const newest = readingsOf(view, kind).slice(-LISTED_MAX).reverse();
  if (newest.length === 0) return null;
  return (
    <>
      <h2>{t("trend.list")}</h2>
      <ul className="readings">
        {newest.map((sign) => (
          <li key={sign.readingId}>
            <span className="soft">
              {new Date(shownAt(sign)).toLocaleString(i18n.language(), {
                month: "numeric",
                day: "numeric",
                hour: "2-digit",
                minute: "2-digit",
              })}
            </span>
            <Numbers one={{ kind, sign, figures: figuresOf(kind, sign) }} />
          </li>
        ))}
      </ul>
    </>
  );
}
