import { useState, type FormEvent } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type { Referral } from "@wuduan/contract/messages.ts";
import { useDraft } from "@wuduan/web-kit/browser/hooks.tsx";
import { useSigningCommand } from "@wuduan/web-kit/browser/useSigning.tsx";
import { useDesk } from "../desk.tsx";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { useSignatory } from "../signing/signatory.ts";
import { packageOf, readPackage, type PackageDraft } from "./packageDraft.ts";
import { PackageFields, PackageTextField } from "./PackageFields.tsx";
import { useReferralCommands } from "./useReferrals.ts";
import { t } from "./words.ts";

const SUMMARY_LENGTH_MAX = 4000;

interface Draft extends PackageDraft {
  summary: string;
}

const readDraft = (text: string): Draft => ({ summary: "", ...readPackage(text) });

/** Brings a patient back down, to the first contact of the home: what is planned there, with limits and dates. */
export function PackageForm({ page }: { page: Referral }) {
  const { drafts } = useDesk();
  const referrals = useReferralCommands();
  const { busy, problem, give, question } = useSigningCommand(useSignatory());
  const { home } = page;
  // Kept for a repeat: an answer that was lost makes no second package.
  const [id, setId] = useState(newId);
  const kept = useDraft(drafts, `${page.line.id}/package`);
  const draft = readDraft(kept.text);
  const set = (change: Partial<Draft>) => kept.set(JSON.stringify({ ...draft, ...change }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!home) return;
    const { line, code } = page;
    const body = {
      id,
      patientId: line.patient.id,
      answersId: line.id,
      direction: "down",
      institutionId: home.id,
      department: "general",
      disease: { name: line.disease, ...(code && { code }) },
      urgency: "routine",
      summary: draft.summary.trim(),
      package: packageOf(draft),
    } as const;
    if (!(await give(() => referrals.send(body)))) return;
    kept.forget();
    setId(newId());
  };
  return (
    <details className="package-form">
      <summary data-action="send-down">{t("sendDown")}</summary>
      <form className="referral-form" data-form="refer-down" onSubmit={(e) => void submit(e)}>
        <p className="soft" data-label="home">
          {home ? t("home", { institution: home.name }) : t("noHome")}
        </p>
        <PackageTextField
          name="summary"
          lengthMax={SUMMARY_LENGTH_MAX}
          required
          text={draft.summary}
          onType={(summary) => set({ summary })}
        />
        <PackageFields draft={draft} set={set} />
        <ProblemLine problem={problem} />
        <button className="button primary" data-action="send-package" disabled={busy || !home}>
          {t("sendPackage")}
        </button>
      </form>
      {question}
    </details>
  );
}
