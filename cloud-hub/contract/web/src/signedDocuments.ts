import type { Id, SignedDocument } from "./messages.ts";
import type { Send } from "./send.ts";

/** Where it is read what holds of a signed document; with `/file` behind it, the file to verify elsewhere. */
export const signedPath = {
  opinion: (consultation: Id, document: Id) =>
    `/api/consultations/${consultation}/signed/${document}`,
  note: (consultation: Id, note: Id) => `/api/consultations/${consultation}/notes/${note}/signed`,
  referral: (referral: Id) => `/api/referrals/${referral}/signed`,
  homePlan: (plan: Id) => `/api/home-plans/${plan}/signed`,
};

export const readSigned = (send: Send, path: string) => send<SignedDocument>("GET", path);
