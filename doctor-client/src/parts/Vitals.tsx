import type { LatestVitals, VitalSign } from "@wuduan/contract/messages.ts";
import { measured } from "@wuduan/web-kit/browser/figures.ts";
import { Numbers, PulseNote } from "@wuduan/web-kit/browser/Numbers.tsx";
import { shownKinds } from "@wuduan/web-kit/browser/trend.ts";
import { ageOf, comparedSentence, markWord } from "@wuduan/web-kit/quantity.ts";
import { useNow } from "@wuduan/web-kit/react.tsx";
import { shownAt } from "@wuduan/web-kit/vitals.ts";
import { vitalWord } from "@wuduan/web-kit/words.ts";
import { i18n, t } from "../language.ts";

/** How often ages on the screen are counted anew. */
const AGE_RENEWED_MILLIS = 5000;

const UNITS = {
  bloodPressure: "mmHg",
  heartRate: "/min",
  pulseOximeter: "%",
  glucose: "mmol/L",
  temperature: "℃",
  weight: "kg",
} as const;

/** One line per kind, small: for the queue, the ring and the one-page case. */
export function VitalsLines({ vitals }: { vitals: LatestVitals }) {
  const now = useNow(AGE_RENEWED_MILLIS);
  const all = measured(vitals);
  if (all.length === 0) return <p className="vitals-none">{t("queue.bandNone")}</p>;
  return (
    <ul className="vitals-lines">
      {all.map((one) => (
        <li key={one.kind}>
          <span className="vitals-name">{vitalWord(one.kind, i18n.language())}</span>
          <Numbers figures={one.figures} />
          <Compared sign={one.sign} />
          <span className="vitals-age">{ageOf(shownAt(one.sign), now, i18n.language())}</span>
          <Marks sign={one.sign} />
        </li>
      ))}
    </ul>
  );
}

/** The strip beside the video: large numbers, how old they are, what to know about them. */
export function VitalsStrip({ vitals, linkUp }: { vitals: LatestVitals; linkUp: boolean }) {
  const now = useNow(AGE_RENEWED_MILLIS);
  const all = new Map(measured(vitals).map((one) => [one.kind, one]));
  return (
    <section className="strip" aria-label={t("vitals.title")} data-link={linkUp ? "up" : "lost"}>
      {shownKinds((kind) => all.has(kind)).map((kind) => {
        const one = all.get(kind);
        return (
          <article key={kind} className="strip-cell" data-kind={kind}>
            <h3>{vitalWord(kind, i18n.language())}</h3>
            <p className="strip-value">
              {one ? (
                <Numbers figures={one.figures} />
              ) : (
                <span className="soft">{t("vitals.none")}</span>
              )}
              {one && one.figures.length > 0 && <small>{UNITS[kind]}</small>}
            </p>
            {one && (
              <p className="strip-note">
                <span>{ageOf(shownAt(one.sign), now, i18n.language())}</span>
                {!one.sign.takenAtKnown && <span>{t("vitals.receivedTime")}</span>}
                <Compared sign={one.sign} />
                <PulseNote figures={one.figures} language={i18n.language()} />
              </p>
            )}
            {one && <Marks sign={one.sign} />}
          </article>
        );
      })}
      {!linkUp && (
        <p className="strip-lost" role="status">
          {t("vitals.notLive")}
        </p>
      )}
    </section>
  );
}

const ARROWS = { higher: "▲", lower: "▼", similar: "" } as const;

/** Against the patient's own usual: an arrow with its sentence for who can't see it. */
function Compared({ sign }: { sign: VitalSign }) {
  if (!sign.comparedWithUsual || sign.comparedWithUsual === "similar") return null;
  const sentence = comparedSentence(sign.comparedWithUsual, i18n.language(), "others");
  return (
    <span className="compared" data-compared={sign.comparedWithUsual} title={sentence}>
      <span aria-hidden="true">{ARROWS[sign.comparedWithUsual]}</span>
      <span className="only-for-readers">{sentence}</span>
    </span>
  );
}

function Marks({ sign }: { sign: VitalSign }) {
  if (sign.marks.length === 0) return null;
  return (
    <span className="marks">
      {sign.marks.map((mark) => (
        <span key={mark} className="mark" data-mark={mark}>
          ⚠ {markWord(mark, i18n.language())}
        </span>
      ))}
    </span>
  );
}
