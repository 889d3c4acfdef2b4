import { useState } from "react";
import { catalogueCommands } from "@wuduan/contract/referrals.ts";
import type {
  CatalogueReport,
  DiseaseCatalogue,
  DiseaseRow,
  InstitutionList,
} from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { Listing } from "../parts/Listing.tsx";
import { useAnswer } from "../parts/useAnswer.ts";
import { t } from "./words.ts";

const INSTITUTIONS = "/api/administration/institutions";
const LEVELS = ["first_contact", "county", "tertiary"] as const;
const NEW_ROW: DiseaseRow = { disease: "", level: "first_contact", source: "" };

/** The catalogue of each consortium, found by who leads it. */
export function CataloguePage() {
  const answer = useAnswer<InstitutionList>(INSTITUTIONS);
  const [leader, setLeader] = useState("");
  const leaders = (answer.value?.institutions ?? []).filter((one) => one.active && !one.parentId);
  return (
    <>
      <header className="page-head">
        <h1>{t("catalogue")}</h1>
      </header>
      <p className="soft">{t("notice")}</p>
      <label className="field">
        <span>{t("consortium")}</span>
        <select name="leader" value={leader} onChange={(event) => setLeader(event.target.value)}>
          <option value="">{t("choose")}</option>
          {leaders.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {leader && <Catalogue key={leader} leader={leader} />}
    </>
  );
}

function Catalogue({ leader }: { leader: string }) {
  const answer = useAnswer<DiseaseCatalogue>(`/api/administration/disease-catalogues/${leader}`);
  return (
    <Listing answer={answer}>
      {(kept) => (
        <Editor
          key={kept.version}
          leader={leader}
          kept={kept}
          onSaved={() => void answer.reload()}
        />
      )}
    </Listing>
  );
}

interface EditorProps {
  leader: string;
  kept: DiseaseCatalogue;
  onSaved(): void;
}

function Editor({ leader, kept, onSaved }: EditorProps) {
  const { session, commands } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [rows, setRows] = useState<readonly DiseaseRow[]>(kept.rows);
  const save = async () => {
    const body = { version: kept.version, rows: [...rows] };
    const catalogues = catalogueCommands(commands.send);
    if (await give(() => catalogues.editCatalogue(leader, body))) onSaved();
  };
  const change = (at: number, part: Partial<DiseaseRow>) =>
    setRows(rows.map((row, i) => (i === at ? { ...row, ...part } : row)));
  return (
    <form
      data-version={kept.version}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Import onRows={setRows} />
      {rows.length === 0 && <p className="empty">{t("empty")}</p>}
      <Rows
        rows={rows}
        onChange={change}
        onRemove={(at) => setRows(rows.filter((_, i) => i !== at))}
      />
      <ProblemLine problem={problem} language={i18n.language()} />
      <p className="acts">
        <button
          type="button"
          className="button"
          data-action="add-row"
          onClick={() => setRows([...rows, NEW_ROW])}
        >
          {t("add")}
        </button>
        <button className="button primary" data-action="save" disabled={busy}>
          {t("save")}
        </button>
        {kept.version > 0 && (
          <span className="soft" role="status">
            {t("saved", { version: kept.version })}
          </span>
        )}
      </p>
    </form>
  );
}

function Rows(props: {
  rows: readonly DiseaseRow[];
  onChange(at: number, part: Partial<DiseaseRow>): void;
  onRemove(at: number): void;
}) {
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th>{t("disease")}</th>
            <th>{t("level")}</th>
            <th>{t("conditions")}</th>
            <th>{t("source")}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, at) => (
            <Row
              key={at}
              row={row}
              onChange={(part) => props.onChange(at, part)}
              onRemove={() => props.onRemove(at)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: {
  row: DiseaseRow;
  onChange(part: Partial<DiseaseRow>): void;
  onRemove(): void;
}) {
  const { row, onChange } = props;
  const text = (name: "disease" | "source", lengthMax: number) => (
    <td>
      <input
        name={name}
        aria-label={t(name)}
        required
        maxLength={lengthMax}
        value={row[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </td>
  );
  return (
    <tr data-disease={row.disease}>
      {text("disease", 100)}
      <td>
        <select
          name="level"
          aria-label={t("level")}
          value={row.level}
          onChange={(event) => onChange({ level: event.target.value as DiseaseRow["level"] })}
        >
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {t(`level.${level}`)}
            </option>
          ))}
        </select>
      </td>
      <td>{row.conditions}</td>
      {text("source", 200)}
      <td>
        <button type="button" className="button" data-action="remove-row" onClick={props.onRemove}>
          {t("remove")}
        </button>
      </td>
    </tr>
  );
}

/** A file is looked at first; its rows come into the form, and nothing is kept before it is saved. */
function Import({ onRows }: { onRows(rows: readonly DiseaseRow[]): void }) {
  const { commands } = useOffice();
  const [report, setReport] = useState<CatalogueReport | null>(null);
  const check = async (file: File | undefined) => {
    if (!file) return;
    const table = new Blob([file], { type: "text/csv" });
    const answer = await catalogueCommands(commands.send).checkCatalogue(table);
    setReport(answer.ok ? answer.value : { rows: [], faults: [{ row: 1, fault: "unreadable" }] });
  };
  return (
    <section data-part="import">
      <label className="field">
        <span>
          {t("file")} · {t("check")}
        </span>
        <input
          type="file"
          name="file"
          accept=".csv,text/csv"
          onChange={(event) => void check(event.target.files?.[0])}
        />
      </label>
      {report && (
        <div data-rows={report.rows.length} data-faults={report.faults.length}>
          <p role="status">
            {t("found", { rows: report.rows.length, faults: report.faults.length })}
          </p>
          <ul>
            {report.faults.map(({ row, fault }) => (
              <li key={row} className="fault">
                {t("fault", { row, fault: t(`fault.${fault}`) })}
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="button"
            data-action="take-rows"
            disabled={report.rows.length === 0}
            onClick={() => onRows(report.rows)}
          >
            {t("take")}
          </button>
        </div>
      )}
    </section>
  );
}
