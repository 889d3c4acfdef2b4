import type { Id, SignedDocument } from "./messages.ts";
import type { Send, SendOptions } from "./send.ts";

/** Where it is read what holds of a signed document; with `/file` behind it, the file to verify elsewhere. */
export const signedPath = {
  opinion: (consultation: Id, document: Id) =>
    `/api/consultations/${consultation}/signed/${document}`,
  note: (consultation: Id, note: Id) => `/api/consultations/${consultation}/notes/${note}/signed`,
  referral: (referral: Id) => `/api/referrals/${referral}/signed`,
  homePlan: (plan: Id) => `/api/home-plans/${plan}/signed`,
  prescription: (prescription: Id) => `/api/prescriptions/${prescription}/signed`,
  prescriptionReview: (prescription: Id) => `/api/prescription-reviews/${prescription}/signed`,
};

export const readSigned = (send: Send, path: string, options?: SendOptions) =>
  send<SignedDocument>("GET", path, undefined, options);
