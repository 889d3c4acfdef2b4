import type { Problem } from "@wuduan/contract/messages.ts";
import { problemType } from "@wuduan/contract/problems.ts";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { i18n } from "../language.ts";
import { t } from "./words.ts";

const is = (problem: Problem | null, type: ReturnType<typeof problemType>): boolean =>
  problem !== null && problemType(problem) === type;

/** What another clerk has written meanwhile, beneath the field in which this one typed something else. */
export function keptNow(
  problem: Problem | null,
  kept: string | undefined,
  typed: string,
): string | undefined {
  return is(problem, "edit-conflict") && (kept ?? "") !== typed
    ? t("nowKept", { text: kept ?? t("notGiven") })
    : undefined;
}

/** A refusal in the words of whoever keeps the books; to the patient an open consultation means something else. */
export function Refusal({ problem }: { problem: Problem | null }) {
  const own = is(problem, "edit-conflict")
    ? t("conflict")
    : is(problem, "patient-busy")
      ? t("inCare")
      : is(problem, "wrong-state")
        ? t("householdStill")
        : undefined;
  if (own === undefined) return <ProblemLine problem={problem} language={i18n.language()} />;
  return (
    <p className="problem" role="alert">
      {own}
    </p>
  );
}
