import { useMemo, useState, type ChangeEvent } from "react";
import type { ImportReport } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { hrefOf } from "../route.ts";
import { booksOf } from "./api.ts";
import { COLUMNS, FAULTS, FILE_FAULTS } from "./faults.ts";
import { t } from "./words.ts";

/** A file that was checked, as it was read then. */
interface Checked {
  file: Blob;
  name: string;
  report: ImportReport;
}

/** Choose, check, correct, check again, import: nothing changes before the last step. */
export function ImportPage() {
  const { session, commands } = useOffice();
  const books = useMemo(() => booksOf(commands), [commands]);
  const { busy, problem, give } = useCommand(session);
  const [checked, setChecked] = useState<Checked>();
  const [done, setDone] = useState<ImportReport>();
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    // so that the same file, corrected, can be chosen again
    event.target.value = "";
    if (!chosen) return;
    setChecked(undefined);
    setDone(undefined);
    // read now: the file may be changed on disk between the check and the import
    const file = new Blob([await chosen.arrayBuffer()], { type: "text/csv" });
    await give(async () => {
      const answer = await books.checkImport(file);
      if (answer.ok) setChecked({ file, name: chosen.name, report: answer.value });
      return answer;
    });
  };
  const run = async ({ file, report }: Checked) => {
    if (await give(() => books.runImport(file, report.sha256))) setDone(report);
    setChecked(undefined);
  };
  return (
    <>
      <p>
        <a href={hrefOf("households")}>← {t("back")}</a>
      </p>
      <header className="page-head">
        <h1>{t("importTitle")}</h1>
      </header>
      <p>{t("importText")}</p>
      <p className="soft">{t("importColumns")}</p>
      <div className="buttons">
        <a className="button" href="/api/household-imports/template" download="households.csv">
          {t("template")}
        </a>
        <label className="button primary file">
          {busy ? t("checking") : t("chooseFile")}
          <input
            type="file"
            accept=".csv,text/csv"
            disabled={busy}
            onChange={(event) => void choose(event)}
          />
        </label>
      </div>
      <ProblemLine problem={problem} language={i18n.language()} />
      {checked && <Report checked={checked} busy={busy} onRun={() => void run(checked)} />}
      {done && (
        <p className="notice" role="status" data-label="imported">
          ✓ {t("imported", { households: done.households, patients: done.patients })}{" "}
          <a href={hrefOf("households")}>{t("toList")}</a>
        </p>
      )}
    </>
  );
}

function Report({ checked, busy, onRun }: { checked: Checked; busy: boolean; onRun(): void }) {
  const { name, report } = checked;
  if (report.fileFault) return <FileFault name={name} fault={report.fileFault} />;
  const good = report.faultsInAll === 0;
  return (
    <section className="part" data-label="report" aria-label={name}>
      <h2>{name}</h2>
      <p className={good ? "notice" : "notice caution"} role="status">
        {good
          ? `✓ ${t("checkedGood", { households: report.households, patients: report.patients })}`
          : `! ${t("checkedBad", { count: report.faultsInAll })}`}
      </p>
      {good ? (
        <div className="buttons">
          <button
            type="button"
            className="button primary"
            data-action="run-import"
            disabled={busy}
            onClick={onRun}
          >
            {busy ? t("importing") : t("doImport")}
          </button>
        </div>
      ) : (
        <Faults report={report} />
      )}
    </section>
  );
}

function FileFault({
  name,
  fault,
}: {
  name: string;
  fault: NonNullable<ImportReport["fileFault"]>;
}) {
  const language = i18n.language();
  return (
    <p className="problem" role="alert" data-fault={fault.fault}>
      {name}: {FILE_FAULTS[fault.fault][language]}
      {fault.column && COLUMNS[fault.column][language]}
      {fault.at !== undefined &&
        fault.fault === "encoding" &&
        ` (${t("atByte", { at: fault.at })})`}
      {fault.at !== undefined && fault.fault === "quotes" && ` (${t("row")} ${fault.at})`}
    </p>
  );
}

function Faults({ report }: { report: ImportReport }) {
  const language = i18n.language();
  return (
    <>
      <table className="table" data-list="faults">
        <thead>
          <tr>
            <th scope="col">{t("row")}</th>
            <th scope="col">{t("column")}</th>
            <th scope="col">{t("fault")}</th>
          </tr>
        </thead>
        <tbody>
          {report.faults.map((fault) => (
            <tr key={`${fault.row} ${fault.column} ${fault.fault}`}>
              <td>{fault.row}</td>
              <td>{COLUMNS[fault.column][language]}</td>
              <td>
                {FAULTS[fault.fault][language]}
                {fault.otherRow !== undefined && ` (${t("row")} ${fault.otherRow})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.faultsInAll > report.faults.length && (
        <p className="soft">{t("moreFaults", { shown: report.faults.length })}</p>
      )}
    </>
  );
}
