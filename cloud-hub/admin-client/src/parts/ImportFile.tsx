import { useState, type ChangeEvent } from "react";
import type { Result } from "@wuduan/contract/commands.ts";
import type { ImportFileFault } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import type { Word } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { FILE_FAULTS, t } from "./importWords.ts";

/** What a dry run says, whatever the table is of. */
interface Report<Column extends string, Fault extends string> {
  sha256: string;
  fileFault?: { fault: ImportFileFault; at?: number; column?: Column };
  faults: { row: number; column: Column; fault: Fault; otherRow?: number }[];
  faultsInAll: number;
}

/** What is different from table to table. */
export interface Kind<Column extends string, Fault extends string, Said> {
  title: string;
  /** How to fill it in. */
  text: string;
  columnsText: string;
  back: { href: string; word: string };
  template: { href: string; file: string };
  columns: Readonly<Record<Column, Word>>;
  faults: Readonly<Record<Fault, Word>>;
  /** What would come, and what came. */
  ready(report: Said): string;
  imported(report: Said): string;
  check(file: Blob): Promise<Result<Said>>;
  run(file: Blob, sha256: string): Promise<Result<unknown>>;
}

/** A file that was checked, as it was read then. */
interface Checked<Said> {
  file: Blob;
  name: string;
  report: Said;
}

interface Props<Column extends string, Fault extends string, Said> {
  kind: Kind<Column, Fault, Said>;
}

/** Choose, check, correct, check again, import: nothing changes before the last step. */
export function ImportFile<
  Column extends string,
  Fault extends string,
  Said extends Report<Column, Fault>,
>({ kind }: Props<Column, Fault, Said>) {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [checked, setChecked] = useState<Checked<Said>>();
  const [done, setDone] = useState<Said>();
  const check = async (chosen: File) => {
    setChecked(undefined);
    setDone(undefined);
    // read now: the file may be changed on disk between the check and the import
    const file = new Blob([await chosen.arrayBuffer()], { type: "text/csv" });
    await give(async () => {
      const answer = await kind.check(file);
      if (answer.ok) setChecked({ file, name: chosen.name, report: answer.value });
      return answer;
    });
  };
  const run = async ({ file, report }: Checked<Said>) => {
    if (await give(() => kind.run(file, report.sha256))) setDone(report);
    setChecked(undefined);
  };
  return (
    <>
      <p>
        <a href={kind.back.href}>← {kind.back.word}</a>
      </p>
      <header className="page-head">
        <h1>{kind.title}</h1>
      </header>
      <p>{kind.text}</p>
      <p className="soft">{kind.columnsText}</p>
      <div className="buttons">
        <a className="button" href={kind.template.href} download={kind.template.file}>
          {t("template")}
        </a>
        <FileField busy={busy} onChoose={(chosen) => void check(chosen)} />
      </div>
      <ProblemLine problem={problem} language={i18n.language()} />
      {checked && (
        <Checkup kind={kind} checked={checked} busy={busy} onRun={() => void run(checked)} />
      )}
      {done && (
        <p className="notice" role="status" data-label="imported">
          ✓ {kind.imported(done)} <a href={kind.back.href}>{t("toList")}</a>
        </p>
      )}
    </>
  );
}

function FileField({ busy, onChoose }: { busy: boolean; onChoose(chosen: File): void }) {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    if (chosen) onChoose(chosen);
    // so that the same file, corrected, can be chosen again
    event.target.value = "";
  };
  return (
    <label className="button primary file">
      {busy ? t("checking") : t("chooseFile")}
      <input type="file" accept=".csv,text/csv" disabled={busy} onChange={choose} />
    </label>
  );
}

interface CheckupProps<Column extends string, Fault extends string, Said> {
  kind: Kind<Column, Fault, Said>;
  checked: Checked<Said>;
  busy: boolean;
  onRun(): void;
}

function Checkup<Column extends string, Fault extends string, Said extends Report<Column, Fault>>({
  kind,
  checked,
  busy,
  onRun,
}: CheckupProps<Column, Fault, Said>) {
  const { name, report } = checked;
  if (report.fileFault) return <FileFault name={name} fault={report.fileFault} kind={kind} />;
  const good = report.faultsInAll === 0;
  return (
    <section className="part" data-label="report" aria-label={name}>
      <h2>{name}</h2>
      <p className={good ? "notice" : "notice caution"} role="status">
        {good ? `✓ ${kind.ready(report)}` : `! ${t("checkedBad", { count: report.faultsInAll })}`}
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
        <Faults kind={kind} report={report} />
      )}
    </section>
  );
}

interface FileFaultProps<Column extends string> {
  name: string;
  fault: NonNullable<Report<Column, string>["fileFault"]>;
  kind: { columns: Readonly<Record<Column, Word>> };
}

function FileFault<Column extends string>({ name, fault, kind }: FileFaultProps<Column>) {
  const language = i18n.language();
  return (
    <p className="problem" role="alert" data-fault={fault.fault}>
      {name}: {FILE_FAULTS[fault.fault][language]}
      {fault.column && kind.columns[fault.column][language]}
      {fault.at !== undefined &&
        fault.fault === "encoding" &&
        ` (${t("atByte", { at: fault.at })})`}
      {fault.at !== undefined && fault.fault === "quotes" && ` (${t("row")} ${fault.at})`}
    </p>
  );
}

interface FaultsProps<Column extends string, Fault extends string> {
  kind: { columns: Readonly<Record<Column, Word>>; faults: Readonly<Record<Fault, Word>> };
  report: Report<Column, Fault>;
}

function Faults<Column extends string, Fault extends string>({
  kind,
  report,
}: FaultsProps<Column, Fault>) {
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
              <td>{kind.columns[fault.column][language]}</td>
              <td>
                {kind.faults[fault.fault][language]}
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
