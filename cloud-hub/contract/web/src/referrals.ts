import type {
  AcceptReferral,
  AddReferralNote,
  CatalogueAdvice,
  CatalogueReport,
  DeclineReferral,
  DiseaseCatalogue,
  EditDiseaseCatalogue,
  EndHomePlan,
  FollowReferral,
  Id,
  KeptHomePlan,
  OrderHomePlan,
  Referral,
  ReferralCounts,
  ReferralTargets,
  SendReferral,
} from "./messages.ts";
import type { Send } from "./send.ts";

/** Referrals, plans at home and the disease catalogue (PROTOCOL.md §18). */
export function referralCommands(send: Send) {
  const referral = (id: Id, step: string, body: object) =>
    send("POST", `/api/referrals/${id}/${step}`, body);
  return {
    send: (body: SendReferral) => send("POST", "/api/referrals", body),
    open: (id: Id) => send<Referral>("GET", `/api/referrals/${id}`),
    accept: (id: Id, body: AcceptReferral) => referral(id, "accept", body),
    decline: (id: Id, body: DeclineReferral) => referral(id, "decline", body),
    note: (id: Id, body: AddReferralNote) => referral(id, "notes", body),
    follow: (id: Id, body: FollowReferral) => referral(id, "follow", body),
    targets: () => send<ReferralTargets>("GET", "/api/referral-targets"),
    advice: (asked: { name: string; code?: string; institution: Id }) =>
      send<CatalogueAdvice>(
        "GET",
        `/api/disease-catalogue/advice?${new URLSearchParams(asked).toString()}`,
      ),
    orderHomePlan: (consultation: Id, body: OrderHomePlan) =>
      send("POST", `/api/consultations/${consultation}/home-plan`, body),
    endHomePlan: (plan: Id, body: EndHomePlan) => send("POST", `/api/home-plans/${plan}/end`, body),
    homePlan: (plan: Id) => send<KeptHomePlan>("GET", `/api/home-plans/${plan}`),
    acknowledge: (alertId: Id) => send("POST", `/api/plan-alerts/${alertId}/acknowledge`),
  };
}

/** What the system administrator does with catalogues, and the counts. */
export function catalogueCommands(send: Send) {
  const home = "/api/administration";
  return {
    catalogue: (leader: Id) =>
      send<DiseaseCatalogue>("GET", `${home}/disease-catalogues/${leader}`),
    editCatalogue: (leader: Id, body: EditDiseaseCatalogue) =>
      send("POST", `${home}/disease-catalogues/${leader}`, body),
    checkCatalogue: (file: Blob) =>
      send<CatalogueReport>("POST", `${home}/disease-catalogues/check`, file),
    counts: () => send<ReferralCounts>("GET", `${home}/referral-counts`),
  };
}
