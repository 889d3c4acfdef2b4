import type { ConsultationView } from "@wuduan/contract/messages.ts";
import type { CaseTab } from "./caseTab.ts";
import { t } from "./language.ts";
import { ConsultationTab } from "./parts/ConsultationTab.tsx";
import { PRESCRIBING } from "./prescribing/tab.ts";
import { RECORD } from "./record/RecordTab.tsx";
import { REFERRAL_TAB } from "./referral/ReferralTab.tsx";

const CONSULTATION: CaseTab = {
  id: "consultation",
  title: () => t("panel.consultation"),
  letter: "c",
  wide: false,
  isFor: (view) => view.state === "live" || view.opinions.length > 0 || view.invitations.length > 0,
  Body: ConsultationTab,
};

/** In the order of the work: the first that is for the viewer is in front. */
export const CASE_TABS: readonly CaseTab[] = [CONSULTATION, RECORD, PRESCRIBING, REFERRAL_TAB];

export function tabsOf(view: ConsultationView): readonly CaseTab[] {
  return CASE_TABS.filter((tab) => tab.isFor(view));
}
