import type { StaffImportReport } from "@wuduan/contract/messages.ts";
import { useOffice } from "../office.tsx";
import { ImportFile, type Kind } from "../parts/ImportFile.tsx";
import { hrefOf } from "../route.ts";
import { COLUMNS, FAULTS, t } from "./importWords.ts";

const PATH = "/api/administration/staff-imports";
type RowFault = StaffImportReport["faults"][number];

/** Doctors, pharmacists and registrars from a table. Each then gets an activation link, as whoever is made singly. */
export function StaffImportPage() {
  const { commands } = useOffice();
  const kind: Kind<RowFault["column"], RowFault["fault"], StaffImportReport> = {
    title: t("title"),
    text: t("text"),
    columnsText: t("columns"),
    back: { href: hrefOf("staff"), word: t("back") },
    template: { href: `${PATH}/template`, file: "staff.csv" },
    columns: COLUMNS,
    faults: FAULTS,
    ready: ({ members }) => t("ready", { members }),
    imported: ({ members }) => t("imported", { members }),
    check: (file) => commands.send<StaffImportReport>("POST", `${PATH}/check`, file),
    run: (file, sha256) => commands.send("POST", `${PATH}?checked=${sha256}`, file),
  };
  return <ImportFile kind={kind} />;
}
