import { useState } from "react";
import type { VitalsView } from "@wuduan/contract/messages.ts";
import { fullestKind, hasReadings, KINDS, type TrendKind } from "@wuduan/web-kit/browser/trend.ts";
import { KindPicker, Trend } from "@wuduan/web-kit/browser/Trend.tsx";
import { vitalWord } from "@wuduan/web-kit/words.ts";
import { i18n, t } from "../language.ts";

interface Props {
  vitals: VitalsView;
  /** CSS pixels. */
  height: number;
}

/** In a call: one chart, and the doctor turns from kind to kind. */
export function TrendPane({ vitals, height }: Props) {
  const [chosen, setChosen] = useState<TrendKind | null>(null);
  const kind = chosen ?? fullestKind(vitals);
  const language = i18n.language();
  return (
    <section className="trend" aria-label={t("trend.title")} data-kind={kind}>
      <Trend vitals={vitals} kind={kind} height={height} language={language} t={t}>
        <KindPicker
          className="tabs"
          vitals={vitals}
          kind={kind}
          language={language}
          onChoose={setChosen}
        />
      </Trend>
    </section>
  );
}

/** Before a call: every kind that was measured, one below the other. */
export function AllTrends({ vitals, height }: Props) {
  const kinds = KINDS.filter((kind) => hasReadings(vitals, kind));
  const language = i18n.language();
  return kinds.map((kind) => (
    <section key={kind} className="trend" aria-label={t("trend.title")} data-kind={kind}>
      <Trend vitals={vitals} kind={kind} height={height} language={language} t={t}>
        <h3>{vitalWord(kind, language)}</h3>
      </Trend>
    </section>
  ));
}
