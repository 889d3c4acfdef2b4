import { SavedIcon, SavingIcon, WarningIcon } from "@wuduan/web-kit/icons.tsx";
import { layoutOf } from "../core/screen.ts";
import { cardWords, type CardWords } from "../describe.ts";
import { Notice, Remark } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

/** What was just measured, as large as it can be. */
export function Measurement() {
  const { tv } = useTv();
  const words = cardWords(tv);
  if (words === undefined) return null;
  return (
    <>
      <header className="top">
        <h1>{words.title}</h1>
        {words.saved === undefined ? null : <Stage saved={words.saved} />}
      </header>
      {words.values.length === 0 ? null : <Numbers values={words.values} />}
      <div className="card-words">
        {words.sentence === "" ? null : <p className="sentence">{words.sentence}</p>}
        {words.remarks.map((remark) => (
          <Remark key={remark} icon={<WarningIcon />} warn>
            {remark}
          </Remark>
        ))}
      </div>
      <Notice />
      <nav className="keys">
        <Key id="done" tone="primary" />
        <Key id="again" />
        {layoutOf(tv).flat().includes("see") ? <Key id="see" /> : null}
      </nav>
    </>
  );
}

function Stage({ saved }: { readonly saved: string }) {
  const { tv } = useTv();
  const delivered = tv.card?.stage === "delivered";
  return (
    <p className="status">
      <span
        className={`chip ${delivered ? "chip-good" : "chip-soft"}`}
        data-saved={tv.card?.stage}
        data-reading={tv.card?.reading.id}
      >
        {delivered ? <SavedIcon /> : <SavingIcon />}
        {saved}
      </span>
    </p>
  );
}

export function Numbers({ values }: { readonly values: CardWords["values"] }) {
  return (
    <dl className="numbers">
      {values.map(({ name, label, value, unit }) => (
        <div key={name} className="number">
          <dt>{label}</dt>
          <dd className="number-value" data-measurement={name}>
            {value}
          </dd>
          <dd className="number-unit">{unit}</dd>
        </div>
      ))}
    </dl>
  );
}
