import { HomeIcon } from "@wuduan/web-kit/icons.tsx";
import { lookerWords, lookWords } from "@wuduan/web-kit/looks.ts";
import { looksOnPage, type Look } from "../core/looks.ts";
import { layoutOf } from "../core/screen.ts";
import { dayAndTime, Frame } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

/** Who looked at the record, in the words of daily life. */
export function LooksScreen() {
  const { tv, say } = useTv();
  const { looks, inbox } = tv;
  const person = inbox?.patients.find(({ patient }) => patient.id === looks?.patientId);
  const name = person?.patient.name ?? "";
  const list = looks?.list;
  return (
    <Frame title={say("looksTitle", { name })} keys={<LooksKeys />}>
      {list === undefined ? <p className="lead">{say("looksAsking")}</p> : null}
      {list === "missing" ? <p className="lead">{say("looksMissing")}</p> : null}
      {typeof list === "object" && list.length === 0 ? (
        <p className="lead">{say("looksNone")}</p>
      ) : null}
      <ul className="looks">
        {looksOnPage(tv).map((look) => (
          <Line key={`${look.at} ${look.who} ${look.what}`} look={look} />
        ))}
      </ul>
    </Frame>
  );
}

function LooksKeys() {
  const { tv } = useTv();
  const ids = layoutOf(tv).flat();
  return (
    <>
      <Key id="home" tone="primary" icon={<HomeIcon />} />
      {ids.includes("more") ? <Key id="more" /> : null}
      {ids.includes("fetch") ? <Key id="fetch" /> : null}
    </>
  );
}

function Line({ look }: { readonly look: Look }) {
  const { tv, language } = useTv();
  return (
    <li data-look={look.what}>
      <strong>
        {look.who} {lookWords(look, language)}
      </strong>
      <p>
        {lookerWords(look, language)} · {dayAndTime(look.at, tv)}
      </p>
    </li>
  );
}
