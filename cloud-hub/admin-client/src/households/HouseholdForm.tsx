import { useState, type FormEvent } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type { HouseholdRecord, Problem } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { hrefOf } from "../route.ts";
import type { Books } from "./api.ts";
import { faultOf } from "./faults.ts";
import { Buttons, Dialog, TextField } from "./parts.tsx";
import { keptNow, Refusal } from "./refusals.tsx";
import { t } from "./words.ts";

interface Props {
  books: Books;
  /** Absent: a new household. */
  kept?: HouseholdRecord;
  /** Asks anew for what is kept, after an edit and after a conflict. */
  onAgain?(): Promise<unknown>;
  onClose(): void;
}

interface Typed {
  name: string;
  address: string;
  phone: string;
}

/** Makes or edits a household. After a conflict the typed text stays and what is kept now stands beneath it. */
export function HouseholdForm({ books, kept, onAgain, onClose }: Props) {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [id] = useState(newId);
  const [typed, setTyped] = useState<Typed>({
    name: kept?.name ?? "",
    address: kept?.address ?? "",
    phone: kept?.phone ?? "",
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { name, address, phone } = typed;
    const body = { name, ...(address && { address }), ...(phone && { phone }) };
    const done = await give(() =>
      kept
        ? books.editHousehold(kept.id, { ...body, version: kept.version })
        : books.makeHousehold({ ...body, id }),
    );
    await onAgain?.();
    if (!done) return;
    onClose();
    if (!kept) location.hash = hrefOf("households", id);
  };
  return (
    <Dialog name="household-form" title={kept ? t("edit") : t("makeHousehold")} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <HouseholdFields typed={typed} setTyped={setTyped} kept={kept} problem={problem} />
        <Refusal problem={problem} />
        <Buttons busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  typed: Typed;
  setTyped(typed: Typed): void;
  kept: HouseholdRecord | undefined;
  problem: Problem | null;
}

const LENGTHS: Readonly<Record<keyof Typed, number>> = { name: 64, address: 200, phone: 40 };

function HouseholdFields({ typed, setTyped, kept, problem }: FieldsProps) {
  const field = (name: keyof Typed, input: object) => (
    <TextField
      label={t(name)}
      name={name}
      fault={faultOf(problem, name, i18n.language())}
      hint={keptNow(problem, kept?.[name], typed[name])}
      value={typed[name]}
      onText={(text) => setTyped({ ...typed, [name]: text })}
      input={{ maxLength: LENGTHS[name], ...input }}
    />
  );
  return (
    <>
      {field("name", { required: true, "data-first": true })}
      {field("address", {})}
      {field("phone", { type: "tel" })}
    </>
  );
}
