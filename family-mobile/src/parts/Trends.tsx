import { useState } from "react";
import type { VitalsView } from "@wuduan/contract/messages.ts";
import { figuresOf } from "@wuduan/web-kit/browser/figures.ts";
import { Numbers } from "@wuduan/web-kit/browser/Numbers.tsx";
import { fullestKind, readingsOf, type TrendKind } from "@wuduan/web-kit/browser/trend.ts";
import { KindPicker, Trend } from "@wuduan/web-kit/browser/Trend.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { shownAt } from "@wuduan/web-kit/vitals.ts";
import { has, type Parent } from "../family.ts";
import { i18n, t } from "../language.ts";
import { usePhone } from "../phone.tsx";
import { NoParent } from "./Parent.tsx";

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
  const language = i18n.language();
  return (
    <section className="block" data-kind={kind}>
      <KindPicker
        className="picker"
        vitals={view}
        kind={kind}
        language={language}
        onChoose={setChosen}
      />
      <div className="card">
        <Trend vitals={view} kind={kind} height={CHART_HEIGHT} language={language} t={t} />
      </div>
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
            <span className="soft">{dayAndTime(shownAt(sign), i18n.language())}</span>
            <Numbers figures={figuresOf(kind, sign)} />
          </li>
        ))}
      </ul>
    </>
  );
}
