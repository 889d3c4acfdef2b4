import type { LatestVitals, VitalSign } from "@wuduan/contract/messages.ts";
import { measured } from "@wuduan/web-kit/browser/figures.ts";
import { Numbers, PulseNote } from "@wuduan/web-kit/browser/Numbers.tsx";
import { ageOf, comparedSentence, isOccasion, markWord } from "@wuduan/web-kit/quantity.ts";
import { useNow } from "@wuduan/web-kit/react.tsx";
import { shownAt } from "@wuduan/web-kit/vitals.ts";
import { vitalWord } from "@wuduan/web-kit/words.ts";
import { i18n, t } from "../language.ts";

/** How often ages on the screen are counted anew. */
const AGE_RENEWED_MILLIS = 5000;

const UNITS = {
  bloodPressure: { "zh-CN": "毫米汞柱", en: "mmHg" },
  heartRate: { "zh-CN": "次/分", en: "beats/min" },
  pulseOximeter: { "zh-CN": "%", en: "%" },
  glucose: { "zh-CN": "毫摩尔/升", en: "mmol/L" },
  temperature: { "zh-CN": "℃", en: "°C" },
  weight: { "zh-CN": "公斤", en: "kg" },
} as const;

/** Every kind that was measured: blood pressure large, the others beside each other. */
export function VitalsCards(props: {
  vitals: LatestVitals;
  /** The kind whose comparison the screen has already said. */
  said?: keyof LatestVitals | undefined;
}) {
  const { vitals, said } = props;
  const now = useNow(AGE_RENEWED_MILLIS);
  const all = measured(vitals);
  if (all.length === 0) return <p className="empty">{t("today.neverMeasured")}</p>;
  return (
    <ul className="vitals">
      {all.map((one) => (
        <li key={one.kind} className="vital" data-kind={one.kind}>
          <h3>{vitalWord(one.kind, i18n.language())}</h3>
          <p className="vital-value">
            <Numbers figures={one.figures} />
            {one.figures.length > 0 && <small>{UNITS[one.kind][i18n.language()]}</small>}
          </p>
          <p className="vital-note">
            <span>{ageOf(shownAt(one.sign), now, i18n.language())}</span>
            {!one.sign.takenAtKnown && <span>{t("vitals.received")}</span>}
            <PulseNote figures={one.figures} language={i18n.language()} />
          </p>
          {one.kind !== said && <Compared sign={one.sign} />}
          {one.sign.marks.map((mark) => (
            <p key={mark} className={isOccasion(mark) ? "occasion" : "mark"} data-mark={mark}>
              {markWord(mark, i18n.language())}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Compared({ sign }: { sign: VitalSign }) {
  const sentence = comparedSentence(sign.comparedWithUsual, i18n.language(), "others");
  if (sentence === "") return null;
  return (
    <p className="compared" data-compared={sign.comparedWithUsual}>
      {sentence}
    </p>
  );
}
