import type {
  Accept,
  Cancel,
  Conclude,
  ConsentText,
  DeclineInvitation,
  Department,
  DutyList,
  GiveConsent,
  Id,
  Invite,
  Language,
  Level,
  Me,
  RequestConsultation,
  SetDuty,
  SignIn,
  SubmitOpinion,
} from "./messages.ts";
import { createSender, type SenderOptions } from "./send.ts";

export { newId } from "./ids.ts";
export type { Result, Send, SendOptions } from "./send.ts";

/** Gives commands to the hub that served this page. */
export const send = createSender();

export type Commands = ReturnType<typeof createCommands>;

/**
 * The commands and queries of PROTOCOL.md §2 by name. Whoever creates a thing (a consultation, an
 * invitation, an opinion) puts its id into the body with `newId()` and keeps it for a repeat.
 */
export function createCommands(options: SenderOptions = {}) {
  const send = createSender(options);
  return {
    send,
    signIn: (body: SignIn) => send<Me>("POST", "/api/sessions", body),
    signOut: () => send("DELETE", "/api/sessions/current"),
    me: () => send<Me>("GET", "/api/me"),
    setDuty: (body: SetDuty) => send("POST", "/api/duty", body),
    dutyList: (level?: Level, department?: Department) =>
      send<DutyList>("GET", `/api/duty${query({ level, department })}`),
    consentText: (language: Language) =>
      send<ConsentText>("GET", `/api/consent-text${query({ language })}`),
    requestConsultation: (body: RequestConsultation) => send("POST", "/api/consultations", body),
    ...stepsOfConsultation(send),
    ...stepsOfInvitation(send),
  };
}

function stepsOfConsultation(send: ReturnType<typeof createSender>) {
  const step = (id: Id, name: string, body?: object) =>
    send("POST", `/api/consultations/${id}/${name}`, body);
  return {
    cancel: (id: Id, body: Cancel) => step(id, "cancel", body),
    accept: (id: Id, body: Accept) => step(id, "accept", body),
    ring: (id: Id) => step(id, "ring"),
    withdrawRing: (id: Id) => step(id, "withdraw-ring"),
    answer: (id: Id) => step(id, "answer"),
    inconvenient: (id: Id) => step(id, "inconvenient"),
    consent: (id: Id, body: GiveConsent) => step(id, "consent", body),
    join: (id: Id) => step(id, "join"),
    leave: (id: Id) => step(id, "leave"),
    submitOpinion: (id: Id, body: SubmitOpinion) => step(id, "opinions", body),
    conclude: (id: Id, body: Conclude) => step(id, "conclude", body),
  };
}

function stepsOfInvitation(send: ReturnType<typeof createSender>) {
  const step = (consultationId: Id, rest: string, body?: object) =>
    send("POST", `/api/consultations/${consultationId}/invitations${rest}`, body);
  return {
    invite: (id: Id, body: Invite) => step(id, "", body),
    acceptInvitation: (id: Id, invitationId: Id) => step(id, `/${invitationId}/accept`),
    declineInvitation: (id: Id, invitationId: Id, body: DeclineInvitation) =>
      step(id, `/${invitationId}/decline`, body),
    withdrawInvitation: (id: Id, invitationId: Id) => step(id, `/${invitationId}/withdraw`),
  };
}

function query(parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length ? `?${new URLSearchParams(given).toString()}` : "";
}
