import { useState } from "react";
import type {
  Language,
  Prescription,
  PrescriptionLine,
  PrescriptionSheet,
} from "@wuduan/contract/messages.ts";
import {
  checkForPaper,
  checkOf,
  paperWarnings,
  type Checked,
  type PrintCheck,
} from "../prescriptionPaper.ts";
import { doseWord, FREQUENCIES, piecesWord, takenWord } from "../prescriptions.ts";
import { dayWithYear, lastMoment, secondOf } from "../times.ts";
import { ageInYears, departmentWord, sexWord } from "../words.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import { CHECKED, paperWords, SUPPLIES_ON_PAPER } from "./prescriptionPaperWords.ts";
import { PrintKey } from "./PrintKey.tsx";
import type { Verifier } from "./VerdictDialog.tsx";
import "./prescriptionPaper.css";

interface Props extends Verifier {
  prescription: Prescription;
  /** Whether the hub tells this terminal now what becomes of the prescription. */
  isTold(): boolean;
}

/** The key that prints a signed prescription (处方笺), with what holds of its signatures at that moment. */
export function PrintedPrescription({ prescription, send, language, isTold }: Props) {
  const [check, setCheck] = useState<PrintCheck | undefined>();
  return (
    <PrintKey
      name="print-prescription"
      label={paperWords(language)("print")}
      busyLabel={paperWords(language)("asking")}
      before={async () => setCheck(await checkForPaper(send, prescription, isTold))}
    >
      {check && (
        <Paper
          prescription={prescription}
          check={checkOf(prescription, check)}
          language={language}
        />
      )}
    </PrintKey>
  );
}

interface PaperProps {
  prescription: Prescription;
  check: PrintCheck;
  language: Language;
}

function Paper({ prescription, check, language }: PaperProps) {
  const word = paperWords(language);
  const { doctor, sheet, state } = prescription;
  const warnings = paperWarnings(prescription, check);
  return (
    <article
      className="rx-paper"
      data-paper="prescription"
      data-state={state}
      data-in-force={warnings.length === 0}
    >
      <header>
        <p>{doctor.institution}</p>
        <h1>{word("title")}</h1>
        <p>
          {SUPPLIES_ON_PAPER[sheet.supply][language]} ·{" "}
          <small>{word("number", { id: prescription.id })}</small>
        </p>
      </header>
      {warnings.map((warning) => (
        <p key={warning.en} className="rx-paper-warning">
          {warning[language]}
        </p>
      ))}
      <Whose prescription={prescription} language={language} />
      <b>Rp.</b>
      <ol>
        {sheet.lines.map((line, index) => (
          <Line
            key={line.drug}
            prescription={prescription}
            line={line}
            index={index}
            language={language}
          />
        ))}
      </ol>
      <Reasons prescription={prescription} language={language} />
      <Foot prescription={prescription} check={check} language={language} />
    </article>
  );
}

function Whose({ prescription, language }: Omit<PaperProps, "check">) {
  const word = paperWords(language);
  const { patient, doctor, sheet, signed } = prescription;
  return (
    <>
      <p>
        {word("name")} <b>{patient.name}</b> · {word("sex")} {sexWord(patient.sex, language)} ·{" "}
        {signed &&
          word("age", { age: ageInYears(patient.birthYear, Date.parse(signed.at)) }) + " · "}
        {word("department")} {departmentWord(doctor.department, language)}
      </p>
      {signed && (
        <p>
          {word("issued")} {dayWithYear(signed.at, language)}
        </p>
      )}
      <p>
        {word("diagnosis")}{" "}
        {sheet.diagnoses.map(({ code, title }) => `${title} ${code}`).join("；")}
      </p>
    </>
  );
}

interface LineProps extends Omit<PaperProps, "check"> {
  line: PrescriptionLine;
  index: number;
}

function Line({ prescription, line, index, language }: LineProps) {
  const word = paperWords(language);
  const drug = prescription.drugs.find(({ code }) => code === line.drug);
  const amount = prescription.report.amounts.find((one) => one.line === index);
  return (
    <li data-drug={line.drug}>
      <b>{(language === "en" ? drug?.nameEn : drug?.nameZh) ?? line.drug}</b>
      {drug && ` ${drug.strength.value} ${drug.strength.unit}`}
      {amount && ` · ${word("amount", { total: piecesWord(amount.total, language) })}`}
      <br />
      {amount
        ? word("each", { taken: takenWord(line.dose, amount.pieces, language) })
        : doseWord(line.dose, language)}{" "}
      · {FREQUENCIES[line.frequency][language]} · {word("days", { days: line.days })}
      {line.note && ` · ${line.note}`}
    </li>
  );
}

/** Why it is more, longer or stronger than usual, as who dispenses it has to know. */
function Reasons({ prescription, language }: Omit<PaperProps, "check">) {
  const word = paperWords(language);
  const { sheet, extended } = prescription;
  const reasons: [string, string | undefined][] = [
    [word("supplyReason"), sheet.supplyReason],
    [word("assessment"), sheet.assessment],
    ...sheet.overrides.map((one): [string, string] => [
      [word("override"), adviceOf(prescription, one, language)].filter(Boolean).join(" "),
      one.reason,
    ]),
    [word("extended"), extended],
  ];
  return reasons.map(
    ([label, reason]) =>
      reason && (
        <p key={`${label} ${reason}`}>
          <b>{label}</b> {reason}
        </p>
      ),
  );
}

function adviceOf(
  { report }: Prescription,
  override: PrescriptionSheet["overrides"][number],
  language: Language,
): string | undefined {
  const finding = report.findings.find(({ id }) => id === override.finding);
  return language === "en" ? finding?.adviceEn : finding?.adviceZh;
}

function Foot({ prescription, check, language }: PaperProps) {
  const word = paperWords(language);
  const { signed, review, validUntil } = prescription;
  return (
    <footer>
      {signed && (
        <Hand who={word("doctor")} step={signed} checked={check.doctor} language={language} />
      )}
      {review ? (
        <Hand
          who={word("pharmacist")}
          step={review}
          checked={check.pharmacist ?? "unknown"}
          language={language}
        />
      ) : (
        <p>
          {word("pharmacist")} {word("notReviewed")}
        </p>
      )}
      {validUntil && (
        <p>
          {word("validUntil")} <b>{lastMoment(validUntil, language)}</b>
        </p>
      )}
      <p>{word("dispensing")}</p>
      <small>{word("printed", { at: secondOf(check.at, language) })}</small>
    </footer>
  );
}

interface HandProps {
  who: string;
  step: NonNullable<Prescription["signed"]>;
  checked: Checked;
  language: Language;
}

/** Whose signature it is, and what holds of it. */
function Hand({ who, step, checked, language }: HandProps) {
  const word = paperWords(language);
  const { signature, reason } = step;
  return (
    <p data-checked={checked}>
      {who}{" "}
      {signature ? (
        <>
          {word("signed", {
            name: signature.name,
            at: secondOf(signature.signedAt, language),
          })}{" "}
          <Fingerprint hex={signature.fingerprint} />
        </>
      ) : (
        word("unsigned", { name: step.name, at: secondOf(step.at, language) })
      )}{" "}
      {CHECKED[checked][language]}
      {reason && ` · ${reason}`}
    </p>
  );
}
