import { useCallback, useMemo } from "react";
import { prescribing } from "@wuduan/contract/prescribing.ts";
import type { Prescription, PrescriptionsView } from "@wuduan/contract/messages.ts";
import { useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import type { CaseTabProps } from "../caseTab.ts";
import { isMine, isWithdrawn } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { PrescriptionCard } from "./PrescriptionCard.tsx";
import { anew, readDraft, type SheetDraft } from "./sheet.ts";
import { SheetForm } from "./SheetForm.tsx";
import { w } from "./words.ts";
import "./prescribing.css";

/** The prescriptions of a consultation, and the one that its doctor writes. */
export function PrescribingTab({ view, show }: CaseTabProps) {
  const { live, drafts, commands, me } = useDesk();
  const shown = useView<PrescriptionsView>(live, `prescriptions/${view.id}`).view;
  const orders = useMemo(() => prescribing(commands.send), [commands]);
  const name = `${view.id}/prescription`;
  const text = useDraft(drafts, name);
  const draft = useMemo(() => readDraft(text.text), [text.text]);
  const change = useCallback((next: SheetDraft) => text.set(JSON.stringify(next)), [text]);
  const mine = isMine(view, me.id);
  const mayWrite = mine && !isWithdrawn(view);
  const focusSearch = () => {
    show();
    document.querySelector<HTMLElement>(`#rx-search-${view.id}`)?.focus();
  };
  const writeAnew = (old: Prescription) => {
    change(anew(old));
    focusSearch();
  };
  const kept = shown?.prescriptions ?? [];
  const stored = kept.find(({ id }) => id === draft.id);
  // The answer to a signature may be lost with the network: then the view tells that it was signed.
  if (stored && stored.state !== "draft") text.forget();
  // The answer may also come late, when the next prescription is being typed.
  const forget = () => {
    if (readDraft(drafts.read(name)).id === draft.id) text.forget();
  };
  return (
    <div className="rx" data-screen="prescribing" data-consultation={view.id}>
      {mayWrite && (
        <SheetForm
          view={view}
          orders={orders}
          draft={draft}
          kept={text.kept}
          stored={stored}
          onChange={change}
          onForget={forget}
        />
      )}
      <section className="panel-section" aria-label={w("title")}>
        {shown && kept.length === 0 && <p className="soft">{w("none")}</p>}
        {kept
          .filter(({ id, state }) => !(mayWrite && state === "draft" && id === draft.id))
          .map((prescription) => (
            <PrescriptionCard
              key={prescription.id}
              prescription={prescription}
              orders={orders}
              mine={mine}
              onAnew={mayWrite ? () => writeAnew(prescription) : undefined}
            />
          ))}
      </section>
    </div>
  );
}
