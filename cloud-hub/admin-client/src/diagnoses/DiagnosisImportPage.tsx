import { useState } from "react";
import type { DiagnosisImportReport } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { useOffice } from "../office.tsx";
import { FormDialog } from "../parts/FormDialog.tsx";
import { ImportFile, type Kind } from "../parts/ImportFile.tsx";
import { hrefOf } from "../route.ts";
import { COLUMNS, FAULTS, t } from "./words.ts";

const PATH = "/api/administration/diagnosis-imports";
const STARTER = "/api/administration/diagnosis-starter";
type RowFault = DiagnosisImportReport["faults"][number];

/** A list of diagnoses in the place of the one before; what notes say already stays as it is. */
export function DiagnosisImportPage() {
  const { commands } = useOffice();
  // how often it was gone back to the program's list, and whether nothing came after it: what is said stays true
  const [returns, setReturns] = useState({ count: 0, isLast: false });
  const kind: Kind<RowFault["column"], RowFault["fault"], DiagnosisImportReport> = {
    title: t("title"),
    text: t("text"),
    columnsText: t("columns"),
    back: { href: hrefOf(), word: t("back") },
    template: { href: `${PATH}/template`, file: "diagnoses.csv" },
    columns: COLUMNS,
    faults: FAULTS,
    ready: ({ codes, inUse, gone }) => t("ready", { codes, inUse, gone }),
    imported: ({ codes }) => t("imported", { codes }),
    check: (file) => commands.send<DiagnosisImportReport>("POST", `${PATH}/check`, file),
    run: async (file, sha256) => {
      const answer = await commands.send("POST", `${PATH}?checked=${sha256}`, file);
      if (answer.ok) setReturns(({ count }) => ({ count, isLast: false }));
      return answer;
    },
  };
  return (
    <>
      <ImportFile key={returns.count} kind={kind} />
      <StarterList
        inUse={returns.isLast}
        onTaken={() => setReturns(({ count }) => ({ count: count + 1, isLast: true }))}
      />
    </>
  );
}

/** The way back from an import: asked once more, because it holds for everybody at once. */
function StarterList({ inUse, onTaken }: { inUse: boolean; onTaken(): void }) {
  const { commands, session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [asking, setAsking] = useState(false);
  const take = async () => {
    if (!(await give(() => commands.send("POST", STARTER)))) return;
    setAsking(false);
    onTaken();
  };
  return (
    <section className="card" data-screen="starter-list">
      <h2>{t("starterTitle")}</h2>
      <p>{t("starterText")}</p>
      {inUse && <p role="status">{t("starterDone")}</p>}
      <button
        type="button"
        className="button"
        data-action="use-starter"
        onClick={() => setAsking(true)}
      >
        {t("starter")}
      </button>
      {asking && (
        <FormDialog
          name="use-starter"
          title={t("starter")}
          act={t("starter")}
          danger
          busy={busy}
          problem={problem}
          onSubmit={() => void take()}
          onClose={() => setAsking(false)}
        >
          <p>{t("starterSure")}</p>
        </FormDialog>
      )}
    </section>
  );
}
