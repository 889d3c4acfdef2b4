import { useMemo } from "react";
import type { ImportReport } from "@wuduan/contract/messages.ts";
import { useOffice } from "../office.tsx";
import { ImportFile, type Kind } from "../parts/ImportFile.tsx";
import { hrefOf } from "../route.ts";
import { booksOf } from "./api.ts";
import { COLUMNS, FAULTS } from "./faults.ts";
import { t } from "./words.ts";

type RowFault = ImportReport["faults"][number];

/** Households and patients from a table. */
export function ImportPage() {
  const { commands } = useOffice();
  const books = useMemo(() => booksOf(commands), [commands]);
  const kind: Kind<RowFault["column"], RowFault["fault"], ImportReport> = {
    title: t("importTitle"),
    text: t("importText"),
    columnsText: t("importColumns"),
    back: { href: hrefOf("households"), word: t("back") },
    template: { href: "/api/household-imports/template", file: "households.csv" },
    columns: COLUMNS,
    faults: FAULTS,
    ready: ({ households, patients }) => t("checkedGood", { households, patients }),
    imported: ({ households, patients }) => t("imported", { households, patients }),
    check: books.checkImport,
    run: books.runImport,
  };
  return <ImportFile kind={kind} />;
}
