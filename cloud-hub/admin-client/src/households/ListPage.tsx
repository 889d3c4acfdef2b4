import { useCallback, useMemo, useState, type FormEvent } from "react";
import type { HouseholdPage, Id } from "@wuduan/contract/messages.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { hrefOf } from "../route.ts";
import { booksOf } from "./api.ts";
import { HouseholdForm } from "./HouseholdForm.tsx";
import { useLoaded, Whole } from "./parts.tsx";
import { SEXES, t } from "./words.ts";

interface Question {
  text: string;
  deactivated: boolean;
  /** The last household of each page before this one. */
  after: readonly Id[];
}

/** Every household of the institution, by name; a page at a time. */
export function ListPage() {
  const { commands } = useOffice();
  const books = useMemo(() => booksOf(commands), [commands]);
  const [question, setQuestion] = useState<Question>({ text: "", deactivated: false, after: [] });
  const [making, setMaking] = useState(false);
  const ask = useCallback(() => {
    const after = question.after.at(-1);
    return books.find({
      deactivated: question.deactivated,
      ...(question.text && { text: question.text }),
      ...(after && { after }),
    });
  }, [books, question]);
  const page = useLoaded(ask);
  return (
    <>
      <header className="page-head">
        <h1>{t("title")}</h1>
        <span className="grow" />
        <button
          type="button"
          className="button primary"
          data-action="make-household"
          onClick={() => setMaking(true)}
        >
          {t("makeHousehold")}
        </button>
        <a className="button" data-action="import" href={hrefOf("households", "import")}>
          {t("importFile")}
        </a>
      </header>
      <SearchForm question={question} onAsk={setQuestion} />
      <Whole of={page}>
        {(found) => <Found page={found} question={question} onAsk={setQuestion} />}
      </Whole>
      {making && <HouseholdForm books={books} onClose={() => setMaking(false)} />}
    </>
  );
}

function SearchForm({ question, onAsk }: { question: Question; onAsk(next: Question): void }) {
  const [text, setText] = useState(question.text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk({ ...question, text: text.trim(), after: [] });
  };
  return (
    <form className="search" role="search" onSubmit={submit}>
      <input
        type="search"
        name="text"
        maxLength={64}
        autoComplete="off"
        aria-label={t("searchLabel")}
        placeholder={t("searchLabel")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="button" data-action="search">
        {t("search")}
      </button>
      <label className="check">
        <input
          type="checkbox"
          checked={question.deactivated}
          onChange={(event) => onAsk({ ...question, deactivated: event.target.checked, after: [] })}
        />
        {t("withDeactivated")}
      </label>
    </form>
  );
}

interface FoundProps {
  page: HouseholdPage;
  question: Question;
  onAsk(next: Question): void;
}

function Found({ page, question, onAsk }: FoundProps) {
  if (page.households.length === 0)
    return <p className="empty">{question.text ? t("nothingFound") : t("none")}</p>;
  const { next } = page;
  return (
    <>
      <table className="table" data-list="households">
        <thead>
          <tr>
            <th scope="col">{t("household")}</th>
            <th scope="col">{t("patients")}</th>
          </tr>
        </thead>
        <tbody>
          {page.households.map((household) => (
            <Line key={household.id} household={household} />
          ))}
        </tbody>
      </table>
      <nav className="buttons">
        {question.after.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => onAsk({ ...question, after: question.after.slice(0, -1) })}
          >
            {t("earlier")}
          </button>
        )}
        {next && (
          <button
            type="button"
            className="button"
            data-action="next"
            onClick={() => onAsk({ ...question, after: [...question.after, next] })}
          >
            {t("later")}
          </button>
        )}
      </nav>
    </>
  );
}

function Line({ household }: { household: HouseholdPage["households"][number] }) {
  return (
    <tr data-household={household.id}>
      <th scope="row">
        <a href={hrefOf("households", household.id)}>{household.name}</a>
        {!household.active && <Off />}
      </th>
      <td>
        {household.patients.length === 0 && <span className="soft">{t("nobody")}</span>}
        <ul className="people">
          {household.patients.map((patient) => (
            <li key={patient.id}>
              {patient.name}{" "}
              <span className="soft">
                {SEXES[patient.sex][i18n.language()]} {t("bornIn", { year: patient.birthYear })}
              </span>
              {!patient.active && <Off />}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

export function Off() {
  return <span className="badge off">○ {t("deactivated")}</span>;
}
