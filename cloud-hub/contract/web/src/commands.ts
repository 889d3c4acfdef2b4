import type {
  Accept,
  AccountAccessList,
  ActivationLink,
  BasisForm,
  Bind,
  BoxList,
  Cancel,
  ChangePassword,
  ChildList,
  Conclude,
  ConfirmBox,
  ConsentText,
  Decide,
  DeclineInvitation,
  Department,
  DrainBridge,
  DutyList,
  GiveCode,
  GiveConsent,
  GrantRights,
  Id,
  Invite,
  JoinAsFollower,
  Language,
  Level,
  LookPage,
  MakeBindingCode,
  Me,
  MoveBox,
  NameBox,
  NameWearer,
  NewSecondFactor,
  OperationsStatus,
  RegisterFamily,
  RequestConsultation,
  SecondFactorOn,
  SecondFactorState,
  SecondStep,
  SessionList,
  SetDuty,
  SetUpSigningKey,
  SignIn,
  SigningState,
  SubmitOpinion,
  TrailPage,
  TrailVerdict,
  UnlockSigningKey,
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
    signIn: (body: SignIn) => send<Me | SecondStep>("POST", "/api/sessions", body),
    giveCode: (body: GiveCode) => send<Me>("POST", "/api/sessions/code", body),
    setUpSecondFactor: () => send<NewSecondFactor>("POST", "/api/sessions/second-factor"),
    confirmSecondFactor: (body: GiveCode) =>
      send<SecondFactorOn>("POST", "/api/sessions/second-factor/confirm", body),
    signOut: () => send("DELETE", "/api/sessions/current"),
    me: () => send<Me>("GET", "/api/me"),
    setDuty: (body: SetDuty) => send("POST", "/api/duty", body),
    dutyList: (level?: Level, department?: Department) =>
      send<DutyList>("GET", `/api/duty${query({ level, department })}`),
    consentText: (language: Language) =>
      send<ConsentText>("GET", `/api/consent-text${query({ language })}`),
    requestConsultation: (body: RequestConsultation) => send("POST", "/api/consultations", body),
    own: ownAccount(send),
    signing: signing(send),
    watch: watchers(send),
    operations: operations(send),
    ...stepsOfConsultation(send),
    ...stepsOfInvitation(send),
    ...home(send),
  };
}

/** What somebody who is signed in does with the own account (PROTOCOL.md §11). */
function ownAccount(send: ReturnType<typeof createSender>) {
  return {
    changePassword: (body: ChangePassword) => send("POST", "/api/me/password", body),
    sessions: () => send<SessionList>("GET", "/api/me/sessions"),
    revoke: (id: Id) => send("POST", `/api/me/sessions/${id}/revoke`),
    secondFactor: () => send<SecondFactorState>("GET", "/api/me/second-factor"),
    setUp: () => send<NewSecondFactor>("POST", "/api/me/second-factor"),
    confirm: (body: GiveCode) =>
      send<SecondFactorOn>("POST", "/api/me/second-factor/confirm", body),
    remove: (body: GiveCode) => send("POST", "/api/me/second-factor/remove", body),
    renewRecoveryCodes: (body: GiveCode) =>
      send<SecondFactorOn>("POST", "/api/me/second-factor/recovery-codes", body),
  };
}

/** The own signing key (PROTOCOL.md, "Signing"). A code counts once: one try each time. */
function signing(send: ReturnType<typeof createSender>) {
  const once = { retry: false };
  return {
    state: () => send<SigningState>("GET", "/api/signing"),
    setUp: (body: SetUpSigningKey) => send<SigningState>("POST", "/api/signing/key", body, once),
    unlock: (body: UnlockSigningKey) =>
      send<SigningState>("POST", "/api/signing/unlock", body, once),
    lock: () => send<SigningState>("POST", "/api/signing/lock"),
  };
}

/** What security and audit administrators do (PROTOCOL.md §14). */
function watchers(send: ReturnType<typeof createSender>) {
  const account = (id: Id, step: string) => send("POST", `/api/access/accounts/${id}/${step}`);
  return {
    accounts: (search: string) =>
      send<AccountAccessList>("GET", `/api/access/accounts${query({ search })}`),
    unlock: (id: Id) => account(id, "unlock"),
    endSessions: (id: Id) => account(id, "end-sessions"),
    resetSecondFactor: (id: Id) => account(id, "reset-second-factor"),
    activationLink: (id: Id) =>
      send<ActivationLink>("POST", `/api/access/accounts/${id}/activation-link`),
    entries: (wanted: { before?: string; about?: string; kind?: string }) =>
      send<TrailPage>("GET", `/api/audit/entries${query({ ...wanted })}`),
    verification: () => send<TrailVerdict>("GET", "/api/audit/verification"),
  };
}

/** What keeps the product running (PROTOCOL.md §15). The status is asked again and again: one try each time. */
function operations(send: ReturnType<typeof createSender>) {
  const home = "/api/operations";
  const bridge = (name: string) => `${home}/bridges/${encodeURIComponent(name)}`;
  return {
    status: () => send<OperationsStatus>("GET", `${home}/status`, undefined, { retry: false }),
    drainBridge: (name: string, body: DrainBridge) => send("POST", `${bridge(name)}/drain`, body),
    resumeBridge: (name: string) => send("POST", `${bridge(name)}/resume`),
    drainHub: () => send("POST", `${home}/hub/drain`),
    resumeHub: () => send("POST", `${home}/hub/resume`),
  };
}

export type SigningCommands = ReturnType<typeof signing>;

export type OwnAccountCommands = ReturnType<typeof ownAccount>;

function stepsOfConsultation(send: ReturnType<typeof createSender>) {
  const step = (id: Id, name: string, body?: object) =>
    send("POST", `/api/consultations/${id}/${name}`, body);
  return {
    cancel: (id: Id, body: Cancel) => step(id, "cancel", body),
    basisForm: (id: Id) => send<BasisForm>("GET", `/api/consultations/${id}/basis-form`),
    accept: (id: Id, body: Accept) => step(id, "accept", body),
    ring: (id: Id) => step(id, "ring"),
    withdrawRing: (id: Id) => step(id, "withdraw-ring"),
    answer: (id: Id) => step(id, "answer"),
    inconvenient: (id: Id) => step(id, "inconvenient"),
    consent: (id: Id, body: GiveConsent) => step(id, "consent", body),
    withdrawConsent: (id: Id) => step(id, "withdraw-consent"),
    join: (id: Id) => step(id, "join"),
    leave: (id: Id) => step(id, "leave"),
    joinAsFollower: (id: Id, body: JoinAsFollower) => step(id, "follow", body),
    submitOpinion: (id: Id, body: SubmitOpinion) => step(id, "opinions", body),
    decide: (id: Id, opinionId: Id, body: Decide) =>
      step(id, `opinions/${opinionId}/decision`, body),
    conclude: (id: Id, body: Conclude) => step(id, "conclude", body),
    confirmUnderstanding: (id: Id) => step(id, "confirm-understanding"),
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

/** Boxes, sons and daughters (PROTOCOL.md §9 and §10). */
function home(send: ReturnType<typeof createSender>) {
  return {
    boxes: (householdId: Id) => send<BoxList>("GET", `/api/households/${householdId}/boxes`),
    confirmBox: (body: ConfirmBox) => send("POST", "/api/boxes/confirmations", body),
    nameBox: (id: Id, body: NameBox) => send("POST", `/api/boxes/${id}/name`, body),
    removeBox: (id: Id) => send("POST", `/api/boxes/${id}/remove`),
    moveBox: (id: Id, body: MoveBox) => send("POST", `/api/boxes/${id}/move`, body),
    makeBindingCode: (body: MakeBindingCode) => send("POST", "/api/bindings/codes", body),
    bind: (body: Bind) => send("POST", "/api/bindings", body),
    registerFamily: (body: RegisterFamily) => send("POST", "/api/family-accounts", body),
    looks: (patientId: Id, before?: number) =>
      send<LookPage>(
        "GET",
        `/api/patients/${patientId}/looks${query({ before: before?.toString() })}`,
      ),
    children: (patientId: Id) => send<ChildList>("GET", `/api/patients/${patientId}/children`),
    grantRights: (patientId: Id, accountId: Id, body: GrantRights) =>
      send("POST", `/api/patients/${patientId}/children/${accountId}/rights`, body),
    endBinding: (patientId: Id, accountId: Id) =>
      send("POST", `/api/patients/${patientId}/children/${accountId}/end`),
    nameWearer: (readingId: Id, body: NameWearer) =>
      send("POST", `/api/readings/${readingId}/wearer`, body),
  };
}

function query(parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length ? `?${new URLSearchParams(given).toString()}` : "";
}
