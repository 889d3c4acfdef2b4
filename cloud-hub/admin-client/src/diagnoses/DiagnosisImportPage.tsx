import type { DiagnosisImportReport } from "@wuduan/contract/messages.ts";
import { useOffice } from "../office.tsx";
import { ImportFile, type Kind } from "../parts/ImportFile.tsx";
import { hrefOf } from "../route.ts";
import { COLUMNS, FAULTS, t } from "./words.ts";

const PATH = "/api/administration/diagnosis-imports";
type RowFault = DiagnosisImportReport["faults"][number];

/** A list of diagnoses in the place of the one before; what notes say already stays as it is. */
export function DiagnosisImportPage() {
  const { commands } = useOffice();
  const kind: Kind<RowFault["column"], RowFault["fault"], DiagnosisImportReport> = {
    title: t("title"),
    text: t("text"),
    columnsText: t("columns"),
    back: { href: hrefOf(), word: t("back") },
    template: { href: `${PATH}/template`, file: "diagnoses.csv" },
    columns: COLUMNS,
    faults: FAULTS,
    ready: ({ codes }) => t("ready", { codes }),
    imported: ({ codes }) => t("imported", { codes }),
    check: (file) => commands.send<DiagnosisImportReport>("POST", `${PATH}/check`, file),
    run: (file, sha256) => commands.send("POST", `${PATH}?checked=${sha256}`, file),
  };
  return <ImportFile kind={kind} />;
}
