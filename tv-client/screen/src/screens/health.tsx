import { HomeIcon, NoteIcon, PeopleIcon, PersonIcon } from "@wuduan/web-kit/icons.tsx";
import { ageOf, comparedSentence, markWord } from "@wuduan/web-kit/quantity.ts";
import { isTimeKnown, shownAt } from "@wuduan/web-kit/vitals.ts";
import { layoutOf, personOf, summaryOfPerson } from "../core/screen.ts";
import { signWords, type SignWords } from "../describe.ts";
import { Frame } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

/** So many stand in one row of large numbers; more stand in two rows, smaller. */
const SIGNS_LARGE_MAX = 3;

/** The newest value of each kind with its age, and the way to the last words of a doctor. */
export function Health() {
  const { tv, say } = useTv();
  const person = personOf(tv);
  const signs = signWords(tv, person);
  const name = tv.inbox?.patients[person]?.patient.name ?? "";
  return (
    <Frame title={say("healthTitle", { name })} keys={<HealthKeys />}>
      <div className={`signs${signs.length > SIGNS_LARGE_MAX ? " signs-many" : ""}`}>
        {signs.map((words) => (
          <Sign key={words.name} words={words} />
        ))}
      </div>
      {summaryOfPerson(tv) === undefined ? <p>{say("noSummary")}</p> : null}
    </Frame>
  );
}

function HealthKeys() {
  const { tv } = useTv();
  const ids = layoutOf(tv).flat();
  return (
    <>
      <Key id="home" tone="primary" icon={<HomeIcon />} />
      {ids.includes("summary") ? <Key id="summary" icon={<NoteIcon />} /> : null}
      {ids.includes("person") ? <Key id="person" icon={<PersonIcon />} /> : null}
      {ids.includes("looks") ? <Key id="looks" icon={<PeopleIcon />} /> : null}
    </>
  );
}

/** The pulse of a cuff or an oximeter stands beside a heart rate of its own and is left out here. */
const NAMES_SHOWN: Readonly<Record<SignWords["name"], readonly string[]>> = {
  bloodPressure: ["systolic", "diastolic"],
  heartRate: ["heartRate"],
  pulseOximeter: ["spo2"],
  glucose: ["glucose"],
  temperature: ["temperature"],
  weight: ["weight"],
};

function Sign({ words }: { readonly words: SignWords }) {
  const { tv, say, language } = useTv();
  const { sign } = words;
  const values = words.values.filter(({ name }) => NAMES_SHOWN[words.name].includes(name));
  return (
    <section className="sign" data-sign={words.name}>
      <h2>{words.label}</h2>
      {sign === undefined || values.length === 0 ? (
        <p className="sign-none">{say("never")}</p>
      ) : (
        <>
          <p className="sign-values">
            {values.map(({ name, value }) => (
              <span key={name} data-measurement={name}>
                {value}
              </span>
            ))}
          </p>
          <p className="sign-unit">{values[0]?.unit}</p>
          {isTimeKnown(sign) ? (
            <>
              <p>{ageOf(shownAt(sign), tv.now, language)}</p>
              <p className="sign-compared">{comparedSentence(sign.comparedWithUsual, language)}</p>
            </>
          ) : (
            <p>{markWord("time_unknown", language)}</p>
          )}
        </>
      )}
    </section>
  );
}
