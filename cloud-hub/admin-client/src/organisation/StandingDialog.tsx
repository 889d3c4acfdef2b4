import type { Problem } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { useOffice } from "../office.tsx";
import { FormDialog } from "../parts/FormDialog.tsx";
import { t } from "./words.ts";

interface Props {
  /** What is asked before it is carried out. */
  of: { id: string; name: string; active: boolean; version: number };
  path: "institutions" | "staff";
  onDone(): void;
  onClose(): void;
}

/** Deactivating and reactivating, asked once more. */
export function StandingDialog({ of, path, onDone, onClose }: Props) {
  const { session, commands } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const submit = async () => {
    const body = { version: of.version, active: !of.active };
    const done = await give(() =>
      commands.send("POST", `/api/administration/${path}/${of.id}/standing`, body),
    );
    if (done) onDone();
  };
  return (
    <FormDialog
      name="standing"
      title={t(of.active ? "deactivate.title" : "reactivate.title", { name: of.name })}
      act={t(of.active ? "deactivate" : "reactivate")}
      danger={of.active}
      busy={busy}
      problem={reasonOf(problem) === undefined ? problem : null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t(textOf(of.active, path))}</p>
      {reasonOf(problem) && (
        <p className="problem" role="alert">
          {reasonOf(problem)}
        </p>
      )}
    </FormDialog>
  );
}

function textOf(active: boolean, path: Props["path"]) {
  if (!active) return "reactivate.text" as const;
  return path === "staff" ? ("deactivate.staff" as const) : ("deactivate.institution" as const);
}

/** The hub names the state that stands in the way. */
function reasonOf(problem: Problem | null): string | undefined {
  switch (problem?.state) {
    case "has-staff":
      return t("fault.hasStaff");
    case "in-consultation":
      return t("fault.inConsultation");
    default:
      return undefined;
  }
}
