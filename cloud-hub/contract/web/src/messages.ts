// Generated from ../../schemas by ../generate.mjs; do not edit.

/**
 * RFC 3339 in UTC, ending in Z.
 */
export type Instant = string;
/**
 * A UUID made by whoever creates the thing; version 7 (RFC 9562).
 */
export type Id = string;
export type ActorKind = "doctor" | "family" | "box" | "administrator" | "pharmacist" | "registrar";
/**
 * Level of an institution in the tiers of care (分级诊疗).
 */
export type Level = "first_contact" | "county" | "tertiary";
/**
 * Department of a doctor's post.
 */
export type Department = "general" | "cardiology" | "endocrinology" | "respiratory" | "neurology";
/**
 * The three separated administrators (三员分立); one person has one role.
 */
export type AdministratorRole = "system" | "security" | "audit";
/**
 * Passwords, second factors and sessions of people, and who watches over them.
 */
export type Access =
  | ChangePassword
  | SecondStep
  | GiveCode
  | NewSecondFactor
  | SecondFactorOn
  | SecondFactorState
  | OpenSession
  | SessionList
  | AccountAccess
  | AccountAccessList
  | TrailLine
  | TrailPage
  | TrailVerdict;
/**
 * Accounts by activation link, institutions, staff and duty rosters.
 */
export type Administration =
  | LookUpActivation
  | Activate
  | Activation
  | ActivationLink
  | Post
  | Institution
  | InstitutionList
  | MakeInstitution
  | EditInstitution
  | SetStanding
  | StaffMember
  | StaffList
  | MakeStaff
  | EditStaff
  | Shift
  | Roster
  | EditRoster;
/**
 * Eight letters and digits without those that look alike.
 */
export type ShortCode = string;
/**
 * What a bound son or daughter may do.
 */
export type FamilyRight = "see_vitals" | "take_part" | "proxy_consent" | "manage_devices";
export type Sex = "female" | "male" | "unknown";
/**
 * Sons and daughters: how they are bound to a patient, what they may do, and until when.
 */
export type Bindings =
  MakeBindingCode | Bind | RegisterFamily | GrantRights | ChildList | NameWearer;
export type Language = "zh-CN" | "en";
export type MeasurementProfile =
  | "blood_pressure"
  | "heart_rate"
  | "pulse_oximeter_spot"
  | "pulse_oximeter_continuous"
  | "thermometer"
  | "weight_scale"
  | "glucose"
  | "glucose_context";
/**
 * What a reader must know about a reading beside its value. implausible and malformed readings carry no values. control_solution: the meter was tested, the value is left out. fasting, before_meal, after_meal and bedtime: what the person told the meter. The hub alone sets box_clock_corrected (the box's clock was wrong, the time is worked out) and time_unknown (it can't be worked out: the time of acceptance is shown).
 */
export type Mark =
  | "device_clock_unset"
  | "device_clock_ahead"
  | "received_late"
  | "box_clock_corrected"
  | "time_unknown"
  | "motion"
  | "cuff_loose"
  | "irregular_pulse"
  | "range_exceeded"
  | "position"
  | "no_contact"
  | "sensor_problem"
  | "control_solution"
  | "fasting"
  | "before_meal"
  | "after_meal"
  | "bedtime"
  | "implausible"
  | "malformed";
/**
 * What the box tells its own television page over /box/live. The link to the hub is piped through /live and /api of the same origin.
 */
export type BoxLive = BoxState | BoxMeasurement;
/**
 * What a household calls a box.
 */
export type BoxName = string;
/**
 * Enrolment of boxes by a code on the television, and their household's say over them.
 */
export type Boxes =
  | AnnounceBox
  | AnnouncedBox
  | AskAnnouncement
  | AnnouncementState
  | ConfirmBox
  | NameBox
  | MoveBox
  | BoxList
  | ResetBox;
/**
 * 复诊, 家庭医生签约, in person with a local doctor, or 首诊: a patient whom nobody has seen for this in person.
 */
export type LegalBasisKind = "follow_up" | "family_doctor" | "in_person_local" | "first_visit";
export type ConsentDecision = "agreed" | "refused";
export type ConsentGiver = "patient" | "proxy";
/**
 * What the inviting doctor makes of an opinion: 采纳, 部分采纳, 不采纳.
 */
export type Adoption = "adopted" | "partly" | "rejected";
/**
 * in_person: sent to in-person care (转线下).
 */
export type ConsultationOutcome = "normal" | "in_person";
/**
 * Bodies of the HTTP commands. Commands that are not listed have no body.
 */
export type Commands =
  | SignIn
  | RequestConsultation
  | Accept
  | GiveConsent
  | Cancel
  | Invite
  | DeclineInvitation
  | JoinAsFollower
  | SubmitOpinion
  | Decide
  | Conclude
  | SetDuty
  | AskBoxChallenge
  | AskBoxToken
  | EnrolBox;
export type ConsultationState =
  "waiting" | "ringing" | "unanswered" | "consenting" | "live" | "concluded" | "cancelled";
export type RequestedBy = "patient" | "family";
/**
 * Why a patient is registered without an ID number: 未带, 遗失补办中, 未办理, 外籍或其他证件, 不愿提供.
 */
export type IdNumberAbsence =
  "not_at_hand" | "lost" | "never_issued" | "foreign_papers" | "declined";
/**
 * Why a patient was deactivated. Nothing is deleted.
 */
export type DeactivationReason = "died" | "moved_away" | "registered_by_mistake" | "other";
/**
 * Columns of the file of households, headed 户名, 地址, 联系电话, 姓名, 性别, 出生日期, 身份证号, 无号原因.
 */
export type ImportColumn =
  | "household"
  | "address"
  | "phone"
  | "name"
  | "sex"
  | "birth_date"
  | "id_number"
  | "id_number_absent";
/**
 * What is wrong with one field. length to check_digit speak of the ID number.
 */
export type ImportFault =
  | "missing"
  | "too_long"
  | "not_a_name"
  | "not_a_phone"
  | "not_a_sex"
  | "not_a_date"
  | "born_in_future"
  | "length"
  | "characters"
  | "region"
  | "birth_date"
  | "check_digit"
  | "rounded_by_spreadsheet"
  | "sex_differs"
  | "birth_date_differs"
  | "number_and_reason"
  | "not_a_reason"
  | "duplicate"
  | "already_registered"
  | "household_registered"
  | "differs_within_household"
  | "household_full"
  | "too_many_cells";
/**
 * Columns of the file of staff, headed 身份, 姓名, 账号, 机构, 职称, 科室, 执业证书编号, 从哪年执业, 机构同意互联网诊疗.
 */
export type StaffColumn =
  | "kind"
  | "name"
  | "login"
  | "institution"
  | "title"
  | "department"
  | "licence"
  | "practising_since"
  | "internet_practice";
/**
 * What is wrong with one field.
 */
export type StaffFault =
  | "missing"
  | "too_long"
  | "not_a_kind"
  | "not_a_login"
  | "institution_unknown"
  | "not_a_department"
  | "department_not_there"
  | "not_a_licence"
  | "not_a_year"
  | "not_yes_or_no"
  | "doctors_only"
  | "duplicate"
  | "login_taken"
  | "licence_taken"
  | "too_many_cells";
/**
 * Why a whole file can't be read. spreadsheet: it is no CSV but a workbook.
 */
export type ImportFileFault =
  | "empty"
  | "encoding"
  | "spreadsheet"
  | "quotes"
  | "column_missing"
  | "column_twice"
  | "column_unknown"
  | "rows"
  | "size";
/**
 * What was looked at or done: vital signs, a request in the queue or by a ring, a consultation, a prescription, a step in a consultation, the entry in the books, the whole ID number, the medical record, a change of it, consent taken back.
 */
export type LookKind =
  | "vitals"
  | "request"
  | "consultation"
  | "prescription"
  | "care"
  | "registration"
  | "id_number"
  | "record"
  | "record_change"
  | "consent_withdrawn";
/**
 * Why the last ring ended without an answer.
 */
export type RingOutcome = "inconvenient" | "no_answer" | "withdrawn";
export type SeatRole = "patient" | "family" | "first_contact" | "county" | "tertiary";
export type Presence = "absent" | "present" | "reconnecting" | "left";
export type InvitationState = "ringing" | "accepted" | "declined" | "withdrawn";
/**
 * inbox is the watcher's own.
 */
export type Stream = string;
/**
 * Made by the client; a refusal names it.
 */
export type MessageId = string;
/**
 * type_code: the person types the code that the device shows. show_code: the person types the shown code on the device. compare_code: both show a code, the person says whether it is the same.
 */
export type PairingState =
  | "searching"
  | "pairing"
  | "type_code"
  | "show_code"
  | "compare_code"
  | "failed"
  | "paired"
  | "added"
  | "measured";
export type PairingFailure = "out_of_reach" | "refused" | "timed_out" | "not_supported";
/**
 * What kind of part of the running product.
 */
export type PartKind =
  "database" | "bridge" | "launcher" | "process" | "door" | "events" | "seals" | "disk" | "box";
/**
 * ill: does not do its work. draining: takes nothing new. unknown: cannot be asked now. away: a box that is not connected, perhaps switched off.
 */
export type PartState = "ill" | "draining" | "unknown" | "away" | "well";
/**
 * Why a part is not well.
 */
export type PartTrouble =
  | "no_answer"
  | "unreachable"
  | "closed"
  | "silent"
  | "not_ours"
  | "session_lost"
  | "not_started"
  | "ended"
  | "hangs"
  | "keeps_ending"
  | "waits_too_long"
  | "nearly_full"
  | "unreadable"
  | "last_one"
  | "not_heard"
  | "never_heard"
  | "address_away"
  | "port_taken"
  | "certificate_unusable";
/**
 * What an entry of the record tells.
 */
export type EntryKind = "allergy" | "problem" | "medication" | "history";
export type AllergySeverity = "mild" | "moderate" | "severe" | "unknown";
export type AllergyCertainty = "confirmed" | "suspected";
/**
 * An archived note never changes again.
 */
export type NoteState = "draft" | "submitted" | "archived";
export type NoteTemplate = "blank" | "hypertension" | "diabetes";
/**
 * A field of text of a note.
 */
export type NoteField =
  "complaint" | "presentIllness" | "pastHistory" | "findings" | "treatment" | "advice";
/**
 * A column of the file of diagnoses.
 */
export type DiagnosisColumn = "code" | "name" | "initials";
/**
 * What is wrong with one field of the file of diagnoses.
 */
export type DiagnosisFault =
  "missing" | "too_long" | "not_a_code" | "not_initials" | "duplicate" | "too_many_cells";
/**
 * confirmed: its number was seen in a copy of the document. unconfirmed: a number is named that a person must still confirm. unknown: no number is known. unstated: the site's file does not say.
 */
export type RuleArticle = "confirmed" | "unconfirmed" | "unknown" | "unstated";
/**
 * up: to a higher level (上转). down: back to the first contact with a package (下转).
 */
export type ReferralDirection = "up" | "down";
export type ReferralState = "sent" | "accepted" | "declined";
/**
 * 一般, 紧急, 急诊.
 */
export type Urgency = "routine" | "urgent" | "emergency";
/**
 * mm[Hg], mm[Hg], /min, %, mmol/L, Cel, kg.
 */
export type PlannedVital =
  "systolic" | "diastolic" | "heart_rate" | "oxygen" | "glucose" | "temperature" | "weight";
export type PlannedState = "waiting" | "within" | "beyond" | "missing";
/**
 * What the record lists beside its own notes.
 */
export type DocumentKind = "report" | "referral" | "prescription" | "home_plan";
/**
 * Of a report; of a prescription; of a referral; of a plan at home.
 */
export type DocumentState =
  | "concluded"
  | "awaiting_review"
  | "approved"
  | "rejected"
  | "cancelled"
  | "dispensed"
  | "expired"
  | "sent"
  | "accepted"
  | "declined"
  | "in_force"
  | "replaced"
  | "ended";
/**
 * Answers of the HTTP interface and the batch of readings.
 */
export type Http =
  | Me1
  | DutyList
  | ConsentText
  | BoxChallenge
  | BoxToken
  | EnrolledBox
  | ReadingsAck
  | ReadingBatch
  | Reading;
/**
 * Everything a terminal may send over /live.
 */
export type LiveToHub = Hello | Watch | Unwatch | ClaimSeat | Publish | Answer;
/**
 * What a stream shows to one viewer.
 */
export type View =
  | DoctorInbox
  | FamilyInbox
  | BoxInbox
  | ConsultationView
  | VitalsView
  | WearablesView
  | RecordView
  | NotesView
  | PrescriptionsView
  | PharmacistInbox
  | MedicinesView
  | DoctorReferrals
  | PlanView;
/**
 * Everything the hub may send over /live.
 */
export type LiveToTerminal =
  Welcome | ViewFrame | Gone | Beat | Refused | SeatClaimed | SeatSuperseded | Published | Offer;
/**
 * Who looked at a patient's record, as the patient and the children may know.
 */
export type Looks = LookPage;
/**
 * How the running product is, and what its operators do.
 */
export type Operations = OperationsStatus | DrainBridge;
/**
 * Prescriptions, their checks, the pharmacist's review and the pharmacy's delivery.
 */
export type Prescribing =
  | DrugFactSource
  | Drug
  | DrugList
  | PrescriptionLine
  | PrescribedDiagnosis
  | FindingOverride
  | PrescriptionSheet
  | SavePrescription
  | CheckPrescription
  | PrescriptionRefusal
  | RationalUseFinding
  | LineAmount
  | PrescriptionReport
  | SeenPrescription
  | CancelPrescription
  | ExtendPrescription
  | ContinuePrescription
  | ReviewPrescription
  | OrderMedicines
  | Money
  | PharmacyOrder
  | PrescriptionSignature
  | Prescription
  | Medicine
  | HomePrescription
  | DrugTableReport
  | ReturnedPrescription;
/**
 * A patient's record: entries, notes, diagnoses.
 */
export type ClinicalRecord =
  | Diagnosis
  | EntryContent
  | RecordEntry
  | WriteEntry
  | EditEntry
  | RetireEntry
  | StateNoAllergies
  | EntryVersions
  | NoteContent
  | Note
  | SaveNote
  | SeenNote
  | AmendNote
  | NoteVersions
  | VisitNotes
  | DiagnosisList
  | DiagnosisImportReport
  | DocumentPage
  | VitalsSummary;
/**
 * Referral up and down, the plan that it brings home, and the catalogue (PROTOCOL.md §17).
 */
export type Referrals =
  | SendReferral
  | OrderHomePlan
  | EndHomePlan
  | AcceptReferral
  | DeclineReferral
  | AddReferralNote
  | FollowReferral
  | Referral
  | ReferralTargets
  | CatalogueAdvice
  | DiseaseCatalogue
  | EditDiseaseCatalogue
  | CatalogueReport
  | ReferralCounts;
/**
 * Households and patients in the books of an institution, kept by its registrars.
 */
export type Registration =
  | FindHouseholds
  | HouseholdPage
  | HouseholdRecord
  | MakeHousehold
  | EditHousehold
  | SeenVersion
  | MakePatient
  | EditPatient
  | DeactivatePatient
  | MovePatient
  | WholeIdNumber
  | ImportReport;
/**
 * What the law asks before a talk, as the hub holds it (PROTOCOL.md §16).
 */
export type Rules = BasisForm;
/**
 * Signing keys of doctors and pharmacists, and what was signed with them.
 */
export type SigningMessages =
  SigningState | SetUpSigningKey | UnlockSigningKey | SignedDocument | SignedFile;
/**
 * Staff from a file: what a dry run says.
 */
export type StaffImports = StaffImportReport;

/**
 * POST /api/me/password
 */
export interface ChangePassword {
  current: string;
  password: string;
}
/**
 * Answer 202 of POST /api/sessions: the password was right, and something more is needed. The cookie wuduan_half goes with it.
 */
export interface SecondStep {
  /**
   * code: give a code of the second factor; enrol: set one up first.
   */
  step: "code" | "enrol";
  expiresAt: Instant;
}
/**
 * POST /api/sessions/code, POST /api/sessions/second-factor/confirm and the same of /api/me.
 */
export interface GiveCode {
  /**
   * Six digits of the authenticator, or a recovery code.
   */
  code: string;
}
/**
 * A second factor that is set up and not yet confirmed (RFC 6238: SHA-1, 30 s, 6 digits).
 */
export interface NewSecondFactor {
  /**
   * Base32, for typing.
   */
  secret: string;
  /**
   * For the QR code that an authenticator app reads.
   */
  uri: string;
}
/**
 * Answer of a confirmed second factor: recovery codes, shown this once.
 */
export interface SecondFactorOn {
  /**
   * @minItems 1
   * @maxItems 10
   */
  recoveryCodes: string[];
  me?: Me;
}
/**
 * When it was confirmed on the way in: who is signed in now.
 */
export interface Me {
  id: Id;
  kind: ActorKind;
  name: string;
  idleLogoutMinutes: number;
  doctor?: Doctor;
  /**
   * Of an administrator.
   */
  role?: "system" | "security" | "audit";
  institution?: NamedInstitution;
}
/**
 * A doctor as others see one: name, title and post.
 */
export interface Doctor {
  id: Id;
  name: string;
  title: string;
  institution: string;
  level: Level;
  department: Department;
  /**
   * Year; screens show the years of practice.
   */
  practisingSince?: number;
}
/**
 * Where a pharmacist or a registrar works; a doctor's stands in doctor.
 */
export interface NamedInstitution {
  id: Id;
  name: string;
}
/**
 * GET /api/me/second-factor
 */
export interface SecondFactorState {
  on: boolean;
  /**
   * Whether this account may not be without one.
   */
  required: boolean;
  recoveryCodesLeft: number;
  since?: Instant;
}
/**
 * One place where an account is signed in.
 */
export interface OpenSession {
  id: Id;
  /**
   * The one that asks.
   */
  current: boolean;
  openedAt: Instant;
  activeAt: Instant;
  browser: "chrome" | "edge" | "firefox" | "safari" | "wechat" | "other";
  system: "windows" | "macos" | "linux" | "android" | "ios" | "harmony" | "other";
  /**
   * IP address at the sign-in.
   */
  address?: string;
}
/**
 * GET /api/me/sessions, newest first
 */
export interface SessionList {
  /**
   * @maxItems 50
   */
  sessions: OpenSession[];
}
/**
 * An account as the security administrator sees it.
 */
export interface AccountAccess {
  id: Id;
  login: string;
  name: string;
  kind: ActorKind;
  /**
   * False: deactivated.
   */
  active: boolean;
  secondFactor: boolean;
  sessions: number;
  role?: AdministratorRole;
  lockedUntil?: Instant;
}
/**
 * GET /api/access/accounts?search=
 */
export interface AccountAccessList {
  /**
   * @maxItems 50
   */
  accounts: AccountAccess[];
  /**
   * There are more than are shown: search narrower.
   */
  more: boolean;
}
/**
 * One entry of the audit trail.
 */
export interface TrailLine {
  number: number;
  at: Instant;
  kind: "write" | "opening" | "denial" | "sign_in" | "sign_in_failure";
  actor: Id;
  action: string;
  /**
   * Absent for a box that is gone, and for a login that nobody has.
   */
  actorName?: string;
  object?: Id;
  /**
   * Of an account or a box.
   */
  objectName?: string;
}
/**
 * GET /api/audit/entries, the newest first
 */
export interface TrailPage {
  /**
   * @maxItems 50
   */
  entries: TrailLine[];
  /**
   * before= of the next page.
   */
  next?: number;
}
/**
 * GET /api/audit/verification
 */
export interface TrailVerdict {
  whole: boolean;
  entries?: number;
  seals?: number;
  waiting?: number;
  /**
   * The newest seal also stands outside the database.
   */
  anchored?: boolean;
  fault?:
    | "entry_changed"
    | "entry_taken_away"
    | "entry_put_in"
    | "seal_changed"
    | "seal_taken_away"
    | "end_cut_off"
    | "anchor_unreadable";
  /**
   * Of the first broken entry or seal.
   */
  number?: number;
}
/**
 * POST /api/activations/lookup
 */
export interface LookUpActivation {
  /**
   * A secret of whoever has the link.
   */
  token: string;
}
/**
 * POST /api/activations
 */
export interface Activate {
  /**
   * A secret of whoever has the link.
   */
  token: string;
  password: string;
}
/**
 * Answer of POST /api/activations/lookup: whose link it is.
 */
export interface Activation {
  login: string;
  name: string;
  kind: ActorKind;
}
/**
 * A new one-time link; an older one of the same person is over.
 */
export interface ActivationLink {
  /**
   * Path and fragment, to be put behind the hub's address.
   */
  path: string;
  expiresAt: Instant;
}
/**
 * A doctor's post and credentials.
 */
export interface Post {
  title: string;
  department: Department;
  /**
   * Number of the practising certificate (执业证书编号).
   */
  licence?: string;
  /**
   * Year; screens show the years of practice.
   */
  practisingSince?: number;
  /**
   * Whether the institution agrees that this doctor practises online; absent = no.
   */
  internetPractice?: boolean;
}
/**
 * An institution with its place in the consortium.
 */
export interface Institution {
  id: Id;
  name: string;
  level: Level;
  /**
   * @minItems 1
   * @maxItems 5
   */
  departments: Department[];
  /**
   * A UUID made by whoever creates the thing; version 7 (RFC 9562).
   */
  parentId?: string;
  active: boolean;
  /**
   * Of what was read; an edit of an older one is refused (edit-conflict).
   */
  version: number;
}
/**
 * GET /api/administration/institutions
 */
export interface InstitutionList {
  /**
   * @maxItems 1000
   */
  institutions: Institution[];
}
/**
 * POST /api/administration/institutions
 */
export interface MakeInstitution {
  id: Id;
  name: string;
  level: Level;
  /**
   * @minItems 1
   * @maxItems 5
   */
  departments: Department[];
  parentId?: Id;
}
/**
 * POST /api/administration/institutions/{id}
 */
export interface EditInstitution {
  /**
   * Of what was read; an edit of an older one is refused (edit-conflict).
   */
  version: number;
  name: string;
  level: Level;
  /**
   * @minItems 1
   * @maxItems 5
   */
  departments: Department[];
  parentId?: Id;
}
/**
 * POST …/{id}/standing: deactivate or reactivate; nothing is ever deleted.
 */
export interface SetStanding {
  /**
   * Of what was read; an edit of an older one is refused (edit-conflict).
   */
  version: number;
  active: boolean;
}
/**
 * Somebody who works here.
 */
export interface StaffMember {
  id: Id;
  /**
   * Lower case, as it is typed at the sign-in.
   */
  login: string;
  name: string;
  kind: ActorKind;
  role?: AdministratorRole;
  institution?: NamedInstitution1;
  post?: Post;
  active: boolean;
  /**
   * Whether the person has chosen a password.
   */
  activated: boolean;
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  linkUntil?: string;
  /**
   * Of what was read; an edit of an older one is refused (edit-conflict).
   */
  version: number;
}
/**
 * An institution by name.
 */
export interface NamedInstitution1 {
  id: Id;
  name: string;
}
/**
 * GET /api/administration/staff?words=
 */
export interface StaffList {
  /**
   * @maxItems 200
   */
  staff: StaffMember[];
  /**
   * There are more than are listed; search for them.
   */
  more: boolean;
}
/**
 * POST /api/administration/staff
 */
export interface MakeStaff {
  id: Id;
  /**
   * Lower case, as it is typed at the sign-in.
   */
  login: string;
  name: string;
  kind: ActorKind;
  role?: AdministratorRole;
  institutionId?: Id;
  post?: Post;
}
/**
 * POST /api/administration/staff/{id}
 */
export interface EditStaff {
  /**
   * Of what was read; an edit of an older one is refused (edit-conflict).
   */
  version: number;
  name: string;
  institutionId?: Id;
  post?: Post;
}
/**
 * Hours of a doctor's week, within one day; a night is two shifts.
 */
export interface Shift {
  doctorId: Id;
  /**
   * 1 is Monday (ISO 8601).
   */
  weekday: number;
  /**
   * Local time of the institution.
   */
  from: string;
  /**
   * After from; 24:00 is midnight at the end of the day.
   */
  to: string;
}
/**
 * GET /api/administration/rosters/{institutionId}/{department}: the weekly plan of a department.
 */
export interface Roster {
  /**
   * 0 before the first plan.
   */
  version: number;
  /**
   * IANA name of the institution's time zone.
   */
  zone: string;
  /**
   * Who can be planned.
   *
   * @maxItems 200
   */
  doctors: Doctor[];
  /**
   * @maxItems 500
   */
  shifts: Shift[];
}
/**
 * POST /api/administration/rosters/{institutionId}/{department}: the whole week at once.
 */
export interface EditRoster {
  version: number;
  /**
   * @maxItems 500
   */
  shifts: Shift[];
}
/**
 * POST /api/bindings/codes. The code is made by whoever shows it. A box grants see_vitals and take_part for good; only the clinic says rights, until and proof.
 */
export interface MakeBindingCode {
  code: ShortCode;
  patientId: Id;
  /**
   * @minItems 1
   * @maxItems 4
   */
  rights?: FamilyRight[];
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  until?: string;
  /**
   * What showed that the child may sign for the patient, for example 授权委托书 and its number. Asked for with proxy_consent.
   */
  proof?: string;
}
/**
 * POST /api/bindings
 */
export interface Bind {
  code: ShortCode;
  relation: string;
}
/**
 * POST /api/family-accounts: a new account with its first binding; then sign in with it.
 */
export interface RegisterFamily {
  code: ShortCode;
  login: string;
  password: string;
  name: string;
  relation: string;
}
/**
 * POST /api/patients/{id}/children/{accountId}/rights
 */
export interface GrantRights {
  /**
   * @minItems 1
   * @maxItems 4
   */
  rights: FamilyRight[];
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  until?: string;
  /**
   * What showed that the child may sign for the patient, for example 授权委托书 and its number. Asked for with proxy_consent.
   */
  proof?: string;
}
/**
 * GET /api/patients/{id}/children
 */
export interface ChildList {
  patient: Patient;
  /**
   * @maxItems 10
   *
   * Items: A child as the clinic sees it.
   */
  children: {
    child: BoundChild;
    boundAt: Instant;
    /**
     * What showed that the child may sign for the patient, for example 授权委托书 and its number. Asked for with proxy_consent.
     */
    proof?: string;
  }[];
}
/**
 * A patient as the terminals of a consultation see one.
 */
export interface Patient {
  id: Id;
  name: string;
  sex: Sex;
  birthYear: number;
}
/**
 * A son or daughter of the patient.
 */
export interface BoundChild {
  accountId: Id;
  name: string;
  relation: string;
  /**
   * @minItems 1
   * @maxItems 4
   */
  rights: FamilyRight[];
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  until?: string;
}
/**
 * POST /api/readings/{id}/wearer. Absent patientId: none of the household.
 */
export interface NameWearer {
  patientId?: Id;
}
/**
 * GET /box/state and the first frame on /box/live.
 */
export interface BoxState {
  type: "state";
  boxId: Id;
  hub: "up" | "down" | "not_enrolled";
  hubSince: Instant;
  radio: "on" | "off";
  outboxWaiting: number;
  /**
   * Readings at which the hub fails again and again, set aside so that the others go through; tried again every day. Absent when there are none.
   */
  outboxSetAside?: number;
  /**
   * Absent when all is well. thinned: the outbox reached its limit, continuous readings (heart rate, continuous oximeter) were thinned evenly. full: continuous readings are being dropped, spot readings are still kept. cannot_write: the disk is full or broken; nothing is saved.
   */
  outboxTrouble?: "thinned" | "full" | "cannot_write";
  /**
   * @maxItems 32
   *
   * Items: A wearable in reach.
   */
  wearables: {
    address: string;
    model: string;
    link: "connected" | "seen" | "lost";
    since: Instant;
  }[];
  locale: Language;
  /**
   * Where the family's page is opened; a fragment #box=CODE or #bind=CODE says what for.
   */
  familyPage: string;
  /**
   * While the box belongs to no household and no code was put into its settings. code: to be confirmed from a family's phone or by the clinic; absent while the hub can't be reached. removedAt: when the box found out that it had been taken out of its household.
   */
  enrolment?: {
    code?: ShortCode;
    removedAt?: Instant;
  };
  /**
   * Readings that stay in the box for the operator and are never sent: of a household to which it no longer belongs, and what the hub refused. Absent when there are none.
   */
  outboxKeptHere?: number;
}
/**
 * A measurement in the outbox (saved) or acknowledged by the hub (delivered).
 */
export interface BoxMeasurement {
  type: "measurement";
  stage: "saved" | "delivered";
  reading: Reading;
}
/**
 * One measurement as the box received it.
 */
export interface Reading {
  id: Id;
  profile: MeasurementProfile;
  /**
   * The wearable.
   */
  device: {
    /**
     * Bluetooth address
     */
    address: string;
    model: string;
  };
  receivedAt: Instant;
  /**
   * The GATT value as received, hexadecimal, at most 512 bytes.
   */
  bytes: string;
  /**
   * @maxItems 8
   */
  values: Value[];
  /**
   * @maxItems 19
   */
  marks: Mark[];
  takenAt?: Instant;
  /**
   * Local time as the device gave it.
   */
  deviceTime?: string;
  sequence?: number;
  deviceUser?: number;
  /**
   * RR intervals in milliseconds.
   *
   * @maxItems 64
   */
  rrMillis?: string[];
  /**
   * How long the box has had the reading when it sends it, by a clock that nobody sets; absent when the machine has started anew since.
   */
  waitedMillis?: number;
}
/**
 * One coded value of a reading.
 */
export interface Value {
  /**
   * LOINC code
   */
  loinc: string;
  /**
   * IEEE 11073-10101 (MDC) code
   */
  mdc: number;
  quantity: Quantity;
}
/**
 * A measured value with its UCUM unit; the value is a decimal string, so that the precision of the device survives.
 */
export interface Quantity {
  value: string;
  /**
   * UCUM code, for example mm[Hg].
   */
  unit: string;
}
/**
 * POST /api/boxes/announcements. signature: over "wuduan-box-announcement:" and the boxId, by the private key; both base64url.
 */
export interface AnnounceBox {
  boxId: Id;
  publicKey: string;
  signature: string;
}
/**
 * Answer of POST /api/boxes/announcements: the code that the television shows.
 */
export interface AnnouncedBox {
  code: ShortCode;
  expiresAt: Instant;
}
/**
 * POST /api/boxes/announcements/state
 */
export interface AskAnnouncement {
  boxId: Id;
  code: ShortCode;
}
/**
 * Answer of POST /api/boxes/announcements/state. household: where the box belongs now, once it is confirmed.
 */
export interface AnnouncementState {
  state: "waiting" | "confirmed" | "expired";
  household?: NamedHousehold;
}
/**
 * A household by name.
 */
export interface NamedHousehold {
  id: Id;
  name: string;
}
/**
 * POST /api/boxes/confirmations. name: where the television stands, for example 客厅.
 */
export interface ConfirmBox {
  code: ShortCode;
  householdId: Id;
  name: BoxName;
}
/**
 * POST /api/boxes/{id}/name
 */
export interface NameBox {
  name: BoxName;
}
/**
 * POST /api/boxes/{id}/move
 */
export interface MoveBox {
  householdId: Id;
}
/**
 * GET /api/households/{id}/boxes
 */
export interface BoxList {
  household: NamedHousehold;
  /**
   * @maxItems 5
   *
   * Items: A box of the household. seenAt: when the hub last heard of it, to half a minute; absent before the first time.
   */
  boxes: {
    id: Id;
    name: BoxName;
    enrolledAt: Instant;
    /**
     * Its television shows what the hub shows just now.
     */
    online: boolean;
    seenAt?: Instant;
  }[];
}
/**
 * POST /box/factory-reset of the box's own page. unsent: so many readings may be lost, as the person was told.
 */
export interface ResetBox {
  unsent: number;
}
/**
 * POST /api/sessions
 */
export interface SignIn {
  login: string;
  password: string;
}
/**
 * POST /api/consultations
 */
export interface RequestConsultation {
  id: Id;
  patientId: Id;
  complaint?: string;
}
/**
 * POST /api/consultations/{id}/accept
 */
export interface Accept {
  legalBasis: ChosenBasis;
}
/**
 * On what ground the talk rests, with its evidence. Which of these a ground needs is said by the rules in force (PROTOCOL.md §16).
 */
export interface ChosenBasis {
  kind: LegalBasisKind;
  /**
   * Where the patient was seen, or which institution the contract is with.
   */
  institution?: string;
  /**
   * Day of the earlier visit, or from when the contract holds.
   */
  on?: string;
  /**
   * Last day of the contract.
   */
  until?: string;
  /**
   * What was diagnosed then.
   */
  diagnosis?: string;
  /**
   * Number or name of the record or contract that shows it.
   */
  document?: string;
  /**
   * The local doctor who is with the patient: name and institution.
   */
  present?: string;
  /**
   * Who takes part as guardian of a young child.
   */
  guardian?: string;
  /**
   * The physician of the right specialty who is with a young child.
   */
  physician?: string;
}
/**
 * POST /api/consultations/{id}/consent. A refusal needs no text: textVersion is absent where none was in sight.
 */
export interface GiveConsent {
  textVersion?: string;
  language: Language;
  decision: ConsentDecision;
  givenBy: ConsentGiver;
}
/**
 * POST /api/consultations/{id}/cancel
 */
export interface Cancel {
  reason: "changed_mind" | "unreachable" | "other";
}
/**
 * POST /api/consultations/{id}/invitations
 */
export interface Invite {
  id: Id;
  doctorId: Id;
  invitation: RemoteInvitation;
  /**
   * The agreement (协议) of two institutions that are not of one consortium.
   */
  agreement?: string;
}
/**
 * The fields that 远程医疗 asks of the inviting institution.
 */
export interface RemoteInvitation {
  /**
   * 事由
   */
  reason: string;
  /**
   * 目的
   */
  purpose: string;
  /**
   * 时间安排
   */
  schedule: string;
  /**
   * 病历摘要
   */
  caseSummary: string;
  /**
   * 拟邀医师专业
   */
  specialty: string;
  /**
   * 拟邀医师职称
   */
  title: string;
}
/**
 * POST /api/consultations/{id}/invitations/{invitationId}/decline
 */
export interface DeclineInvitation {
  reason: string;
}
/**
 * POST /api/consultations/{id}/follow: the doctor who follows the patient (随转) comes into the talk; the id is that of the invitation that this is from now on.
 */
export interface JoinAsFollower {
  id: Id;
}
/**
 * POST /api/consultations/{id}/opinions
 */
export interface SubmitOpinion {
  id: Id;
  text: string;
}
/**
 * POST /api/consultations/{id}/opinions/{opinionId}/decision. The reason may be left out only where the opinion is adopted for the first time; corrects is the version that is seen and put right.
 */
export interface Decide {
  id: Id;
  adoption: Adoption;
  reason?: string;
  corrects?: number;
}
/**
 * POST /api/consultations/{id}/conclude
 */
export interface Conclude {
  outcome: ConsultationOutcome;
  summary: string;
}
/**
 * POST /api/duty
 */
export interface SetDuty {
  onDuty: boolean;
}
/**
 * POST /api/box-tokens/challenges
 */
export interface AskBoxChallenge {
  boxId: Id;
}
/**
 * POST /api/box-tokens
 */
export interface AskBoxToken {
  boxId: Id;
  challengeId: Id;
  /**
   * Ed25519 over the ASCII text 'wuduan-box-token:' + nonce, base64url without padding.
   */
  signature: string;
}
/**
 * POST /api/boxes/enrolments
 */
export interface EnrolBox {
  boxId: Id;
  code: string;
  /**
   * Ed25519 public key, X.509 SubjectPublicKeyInfo, base64url without padding.
   */
  publicKey: string;
}
/**
 * A reading as screens show it.
 */
export interface VitalSign {
  readingId: Id;
  at: Instant;
  /**
   * False when the device gave no usable time; then 'at' is the time of receipt.
   */
  takenAtKnown: boolean;
  receivedAt: Instant;
  /**
   * @maxItems 8
   */
  values: Value[];
  /**
   * @maxItems 19
   */
  marks: Mark[];
  /**
   * Against the patient's own mean of earlier readings; absent while there are fewer than three.
   */
  comparedWithUsual?: "higher" | "similar" | "lower";
}
/**
 * The newest reading of each kind; a kind is absent while there is none.
 */
export interface LatestVitals {
  bloodPressure?: VitalSign;
  heartRate?: VitalSign;
  pulseOximeter?: VitalSign;
  glucose?: VitalSign;
  temperature?: VitalSign;
  weight?: VitalSign;
}
/**
 * A consultation under way.
 */
export interface ActiveConsultation {
  consultationId: Id;
  state: ConsultationState;
  patient: Patient;
}
/**
 * The plain-language summary of a concluded consultation; unsigned.
 */
export interface Summary {
  consultationId: Id;
  patient: Patient;
  doctor: Doctor;
  outcome: ConsultationOutcome;
  text: string;
  at: Instant;
  /**
   * That the home has said it understood it; absent until then.
   */
  understood?: {
    by: ConsentGiver;
    at: Instant;
  };
}
/**
 * A person's place in a call.
 */
export interface Seat {
  id: Id;
  role: SeatRole;
  name: string;
  presence: Presence;
}
/**
 * The call of a consultation. A higher generation means: media moved to another bridge, build again.
 */
export interface Call {
  id: Id;
  generation: number;
  /**
   * moving: the bridge was lost and no other has been found yet.
   */
  media: "ready" | "moving";
  /**
   * @maxItems 16
   */
  seats: Seat[];
  mySeatId?: Id;
}
/**
 * On what ground the talk between the home and its first doctor rests.
 */
export interface LegalBasis {
  kind: LegalBasisKind;
  /**
   * The evidence in one line.
   */
  evidence: string;
  /**
   * Rule and article; what of it is open is said behind it: 条号待核, 条款依据待核.
   */
  source: string;
  /**
   * The rules that were met, as id@version.
   *
   * @maxItems 16
   */
  rules: string[];
}
/**
 * A doctor of another institution asked into the consultation, or who came in because of a referral.
 */
export interface Invitation {
  id: Id;
  doctor: Doctor;
  state: InvitationState;
  invitedAt: Instant;
  /**
   * Asked by nobody: the doctor follows the patient (随转) and came in.
   */
  following: boolean;
  declineReason?: string;
}
/**
 * One doctor's opinion (会诊意见); submitted, and signed (已签名) where there is a signature.
 */
export interface Opinion {
  id: Id;
  doctor: Doctor;
  text: string;
  submittedAt: Instant;
  signature?: Signature;
  decision?: Decision;
}
/**
 * A signature as a screen shows it beside what was signed.
 */
export interface Signature {
  version: number;
  signedAt: Instant;
  name: string;
  /**
   * Of the public key.
   */
  fingerprint: string;
}
/**
 * The inviting doctor's decision about an opinion, in its newest version.
 */
export interface Decision {
  id: Id;
  version: number;
  adoption: Adoption;
  reason?: string;
  decidedAt: Instant;
  signature?: Signature;
}
/**
 * What was decided about which text, by whom, when. textVersion is absent where somebody refused before a text was in sight.
 */
export interface Consent {
  textVersion?: string;
  language: Language;
  decision: ConsentDecision;
  givenBy: ConsentGiver;
  at: Instant;
}
/**
 * RFC 9457 problem details.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  field?: string;
  state?: string;
  retryAfterSeconds?: number;
  /**
   * Id of the rule that forbids it (PROTOCOL.md §16).
   */
  rule?: string;
  /**
   * Where that rule stands, with its article, or 依据待核.
   */
  source?: string;
  /**
   * What the rule asks for and was not there; words, never what was typed.
   *
   * @minItems 1
   * @maxItems 16
   */
  missing?: string[];
}
/**
 * A reading of which nobody knows whose it is; the television asks.
 */
export interface UnclaimedReading {
  readingId: Id;
  at: Instant;
  profile: MeasurementProfile;
  /**
   * @minItems 1
   * @maxItems 8
   */
  values: Value[];
}
/**
 * No doctor of first contact is on duty for this home now; a request waits until somebody is.
 */
export interface NobodyOnDuty {
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  nextAt?: string;
}
/**
 * Who signed, as it was at that time.
 */
export interface SignedBy {
  account: Id;
  name: string;
  /**
   * Of a doctor's post.
   */
  title?: string;
  institution: string;
  /**
   * Number of a doctor's practising certificate.
   */
  licence?: string;
  /**
   * Fingerprint of the public key.
   */
  key: string;
}
/**
 * A rule of the law as the hub holds it: data with a version.
 */
export interface Rule {
  id: string;
  version: number;
  inForceFrom: string;
  title: {
    "zh-CN": string;
    en: string;
  };
  /**
   * Title and article; what of it is open is said behind it: 条号待核 (the number), 条款依据待核 (no article is known).
   */
  source: string;
  /**
   * Whether a copy of the document was seen that says so; where not, a person must still confirm it, and screens say so.
   */
  confirmed: boolean;
  article: RuleArticle;
  /**
   * False where this site has switched an unconfirmed rule off, or where a rule only reminds.
   */
  enforced: boolean;
  /**
   * The rule's limit, where it is one of years.
   */
  years?: number;
}
/**
 * What the referral is about; unclassified without a code.
 */
export interface Disease {
  name: string;
  /**
   * ICD-10.
   */
  code?: string;
}
/**
 * What is measured at home, its limits, how often, and until when.
 */
export interface PlannedMeasure {
  vital: PlannedVital;
  /**
   * Below it somebody is told; in the vital's unit.
   */
  low?: string;
  /**
   * Above it somebody is told; in the vital's unit.
   */
  high?: string;
  /**
   * Longest time between two measurements.
   */
  everyHours: number;
  /**
   * Last day.
   */
  until: string;
}
/**
 * What is planned at home: it goes down with the patient (下转包), or is ordered (医嘱).
 */
export interface CarePackage {
  plan: string;
  medication?: string;
  targets?: string;
  /**
   * @maxItems 8
   */
  measures: PlannedMeasure[];
  /**
   * @maxItems 12
   */
  followUps: FollowUpDate[];
}
/**
 * A day on which somebody looks again.
 */
export interface FollowUpDate {
  on: string;
  note?: string;
}
/**
 * Where a referral goes.
 */
export interface ReferralTarget {
  institution: NamedInstitution1;
  level: Level;
  department: Department;
}
/**
 * What the other side writes into the referral.
 */
export interface ReferralNote {
  id: Id;
  doctor: Doctor;
  text: string;
  at: Instant;
}
/**
 * Accepted with a day and a place, or declined with a reason.
 */
export interface ReferralAnswer {
  doctor: Doctor;
  at: Instant;
  on?: string;
  place?: string;
  reason?: string;
}
/**
 * One line of the tiered disease catalogue (分级诊疗疾病目录).
 */
export interface DiseaseRow {
  /**
   * Name, or the beginning of an ICD-10 code followed by *.
   */
  disease: string;
  level: Level;
  conditions?: string;
  /**
   * From where the consortium has it; 演示 for invented rows.
   */
  source: string;
}
/**
 * A referral as a list shows it.
 */
export interface ReferralLine {
  id: Id;
  direction: ReferralDirection;
  state: ReferralState;
  urgency: Urgency;
  greenChannel: boolean;
  patient: Patient;
  disease: string;
  from: Doctor;
  to: ReferralTarget;
  sentAt: Instant;
  /**
   * Changes with each step that anybody takes in it.
   */
  version: number;
}
/**
 * A value beyond a limit, or a planned measurement that is missing.
 */
export interface PlanAlert {
  id: Id;
  kind: "beyond" | "missing";
  vital: PlannedVital;
  value?: string;
  low?: string;
  high?: string;
  at: Instant;
  owner: Doctor1;
  /**
   * Which doctor said to have seen it; absent while it is open.
   */
  acknowledged?: {
    name: string;
    at: Instant;
  };
  /**
   * Who of the family said to have seen it, which leaves it open.
   */
  familySeen?: {
    name: string;
    at: Instant;
  };
}
/**
 * A doctor as others see one: name, title and post.
 */
export interface Doctor1 {
  id: Id;
  name: string;
  title: string;
  institution: string;
  level: Level;
  department: Department;
  /**
   * Year; screens show the years of practice.
   */
  practisingSince?: number;
}
/**
 * Who ended a plan at home, when and why.
 */
export interface PlanEnded {
  by: Doctor;
  at: Instant;
  reason: string;
}
/**
 * GET /api/me and the answer of POST /api/sessions.
 */
export interface Me1 {
  id: Id;
  kind: ActorKind;
  name: string;
  idleLogoutMinutes: number;
  doctor?: Doctor;
  /**
   * Of an administrator.
   */
  role?: "system" | "security" | "audit";
  institution?: NamedInstitution;
}
/**
 * GET /api/duty?level=&department=
 */
export interface DutyList {
  /**
   * @maxItems 100
   */
  doctors: Doctor[];
  /**
   * Who is planned now or within the next 12 hours, on duty or not; presence is what the doctor says.
   *
   * @maxItems 100
   *
   * Items: A shift of the roster.
   */
  planned: {
    doctor: Doctor;
    from: Instant;
    to: Instant;
  }[];
}
/**
 * GET /api/consent-text?language=
 */
export interface ConsentText {
  version: string;
  language: Language;
  title: string;
  /**
   * @maxItems 20
   */
  paragraphs: string[];
}
/**
 * Answer of POST /api/box-tokens/challenges.
 */
export interface BoxChallenge {
  challengeId: Id;
  nonce: string;
  expiresAt: Instant;
}
/**
 * Answer of POST /api/box-tokens. household: where the box belongs now; it may have been moved.
 */
export interface BoxToken {
  token: string;
  expiresAt: Instant;
  household: NamedHousehold;
}
/**
 * Answer of POST /api/boxes/enrolments.
 */
export interface EnrolledBox {
  boxId: Id;
  household: NamedHousehold;
}
/**
 * Answer of POST /api/readings; comes after the database has committed. A refused reading is never accepted later.
 */
export interface ReadingsAck {
  /**
   * @maxItems 500
   */
  acknowledged: Id[];
  /**
   * @maxItems 500
   *
   * Items: Why one reading was refused.
   */
  refused: {
    id: Id;
    problem: Problem;
  }[];
}
/**
 * POST /api/readings, at most 500 readings and 1 MiB.
 */
export interface ReadingBatch {
  /**
   * @minItems 1
   * @maxItems 500
   */
  readings: Reading[];
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  sentAt?: string;
}
/**
 * First message on /live, within 10 s.
 */
export interface Hello {
  type: "hello";
  id: MessageId;
  protocol: 1;
}
/**
 * Ask for the newest view of a stream now and after each change.
 */
export interface Watch {
  type: "watch";
  id: MessageId;
  stream: Stream;
}
/**
 * Stop watching.
 */
export interface Unwatch {
  type: "unwatch";
  id: MessageId;
  stream: Stream;
}
/**
 * Take the own seat of a call on this connection. join asks for the seat first, as the command join does; media says which media still runs, if any.
 */
export interface ClaimSeat {
  type: "seat.claim";
  id: MessageId;
  callId: Id;
  /**
   * Join the consultation first: joining and taking the seat are one step.
   */
  join?: true;
  /**
   * Media that this page still has running.
   */
  media?: {
    epoch: number;
    generation: number;
  };
}
/**
 * Offer to send the seat's audio and simulcast video.
 */
export interface Publish {
  type: "media.publish";
  id: MessageId;
  callId: Id;
  epoch: number;
  generation: number;
  /**
   * Session description (RFC 8866), limit 200,000 characters.
   */
  sdp: string;
}
/**
 * Answer to a media.offer.
 */
export interface Answer {
  type: "media.answer";
  id: MessageId;
  callId: Id;
  epoch: number;
  generation: number;
  offer: number;
  /**
   * Session description (RFC 8866), limit 200,000 characters.
   */
  sdp: string;
}
/**
 * Answer to hello.
 */
export interface Welcome {
  type: "welcome";
  ref: MessageId;
  /**
   * Who the hub takes this terminal for.
   */
  actor: {
    id: Id;
    kind: ActorKind;
    name: string;
  };
  serverTime: Instant;
  /**
   * A beat comes at least this often; after 3.7 times that without any frame the link is lost.
   */
  beatSeconds: number;
}
/**
 * The newest view of a stream; replaces what is shown.
 */
export interface ViewFrame {
  type: "view";
  stream: Stream;
  seq: number;
  view: View;
}
/**
 * What waits for a doctor.
 */
export interface DoctorInbox {
  kind: "inbox.doctor";
  me: Doctor;
  onDuty: boolean;
  /**
   * @maxItems 200
   *
   * Items: A request in the queue of the doctor's institution.
   */
  waiting: {
    consultationId: Id;
    patient: Patient;
    requestedBy: RequestedBy;
    requestedAt: Instant;
    vitals: LatestVitals;
    complaint?: string;
  }[];
  /**
   * @maxItems 50
   *
   * Items: The doctor is rung into a consultation; a one-page case.
   */
  invitations: {
    consultationId: Id;
    invitationId: Id;
    from: Doctor;
    patient: Patient;
    invitation: RemoteInvitation;
    invitedAt: Instant;
    vitals: LatestVitals;
  }[];
  /**
   * Those under way, and for 3 days those that ended because consent was taken back: their notes can be finished.
   *
   * @maxItems 50
   */
  current: ActiveConsultation[];
  /**
   * @maxItems 50
   *
   * Items: A patient whom the doctor follows (随转) is live with the doctor who is named: the follower may come in.
   */
  followed: {
    consultationId: Id;
    patient: Patient;
    doctor: Doctor;
  }[];
  /**
   * @maxItems 20
   */
  recent: Summary[];
  /**
   * @maxItems 50
   */
  returned: ReturnedPrescription[];
}
/**
 * A prescription that came back to its doctor: a pharmacist gave a reason, or something became known after the delivery.
 */
export interface ReturnedPrescription {
  prescriptionId: Id;
  consultationId: Id;
  patient: Patient;
  reason?: string;
  againBecause?: "allergy_added";
  at: Instant;
}
/**
 * What a son or daughter sees.
 */
export interface FamilyInbox {
  kind: "inbox.family";
  /**
   * The account.
   */
  me: {
    id: Id;
    name: string;
  };
  /**
   * @maxItems 20
   *
   * Items: A parent.
   */
  patients: {
    patient: Patient;
    relation: string;
    rights: FamilyRight[];
    vitals: LatestVitals;
    consultation?: ActiveConsultation;
    household?: NamedHousehold1;
    /**
     * RFC 3339 in UTC, ending in Z.
     */
    until?: string;
    nobodyOnDuty?: NobodyOnDuty;
  }[];
  /**
   * @maxItems 20
   */
  summaries: Summary[];
}
/**
 * A household by name.
 */
export interface NamedHousehold1 {
  id: Id;
  name: string;
}
/**
 * What the television shows.
 */
export interface BoxInbox {
  kind: "inbox.box";
  household: NamedHousehold;
  /**
   * @maxItems 20
   *
   * Items: Somebody who lives here.
   */
  patients: {
    patient: Patient;
    vitals: LatestVitals;
    /**
     * Who is bound to the patient.
     *
     * @maxItems 10
     */
    family: BoundChild[];
  }[];
  /**
   * @maxItems 20
   */
  summaries: Summary[];
  consultation?: ActiveConsultation;
  /**
   * Spot readings of nobody, newest first, for as long as it is asked whose they are.
   *
   * @maxItems 5
   */
  unclaimed: UnclaimedReading[];
  nobodyOnDuty?: NobodyOnDuty;
}
/**
 * A consultation as this viewer may see it. Family and television get neither legalBasis nor opinions nor the fields of an invitation nor report.
 */
export interface ConsultationView {
  kind: "consultation";
  id: Id;
  state: ConsultationState;
  patient: Patient;
  requestedBy: RequestedBy;
  requestedAt: Instant;
  /**
   * @maxItems 20
   */
  invitations: Invitation[];
  /**
   * @maxItems 20
   */
  opinions: Opinion[];
  /**
   * The commands that this viewer may give now.
   */
  actions: (
    | "accept"
    | "ring"
    | "withdraw-ring"
    | "answer"
    | "inconvenient"
    | "consent"
    | "withdraw-consent"
    | "cancel"
    | "invite"
    | "accept-invitation"
    | "decline-invitation"
    | "withdraw-invitation"
    | "join"
    | "leave"
    | "submit-opinion"
    | "decide"
    | "conclude"
    | "confirm-understanding"
  )[];
  complaint?: string;
  doctor?: Doctor;
  /**
   * The newest ring of the television.
   */
  ring?: {
    startedAt: Instant;
    count: number;
    outcome?: RingOutcome;
  };
  consent?: Consent;
  legalBasis?: LegalBasis;
  myInvitationId?: Id;
  invitation?: RemoteInvitation;
  call?: Call;
  summary?: Summary;
  /**
   * Who ended it before its conclusion.
   */
  cancelled?: {
    by: "patient" | "family" | "doctor";
    reason: "changed_mind" | "consent_refused" | "consent_withdrawn" | "unreachable" | "other";
    at: Instant;
    /**
     * For doctors: the rule by which it could not go on without consent.
     */
    source?: string;
  };
  /**
   * After the conclusion: the newest version of the report, and where it lies, the inviting institution first.
   */
  report?: {
    version: number;
    /**
     * @maxItems 21
     *
     * Items: In the archive of one institution, by its name.
     */
    archived: {
      institution: string;
      at: Instant;
    }[];
  };
}
/**
 * A patient's vital signs.
 */
export interface VitalsView {
  kind: "vitals";
  patient: Patient;
  latest: LatestVitals;
  /**
   * Older readings, oldest first, at most 132 of each kind; implausible ones are left out. Of what is measured every second the lowest and the highest of each hour of the last day, of each third of a day of the last week, and of each day of the last four weeks.
   */
  trend: {
    /**
     * @maxItems 132
     */
    bloodPressure: VitalSign[];
    /**
     * @maxItems 132
     */
    heartRate: VitalSign[];
    /**
     * @maxItems 132
     */
    pulseOximeter: VitalSign[];
    /**
     * @maxItems 132
     */
    glucose: VitalSign[];
    /**
     * @maxItems 132
     */
    temperature: VitalSign[];
    /**
     * @maxItems 132
     */
    weight: VitalSign[];
  };
}
/**
 * The wearables of a household, and the one that is being added.
 */
export interface WearablesView {
  kind: "wearables";
  household: NamedHousehold;
  /**
   * @maxItems 20
   */
  patients: Patient[];
  /**
   * @maxItems 16
   */
  wearables: KnownWearable[];
  pairing?: WearablePairing;
}
/**
 * A wearable of the household.
 */
export interface KnownWearable {
  address: string;
  /**
   * As it advertises itself.
   */
  model: string;
  /**
   * As the household calls it.
   */
  name?: string;
  /**
   * What it measures; empty while nobody knows.
   *
   * @maxItems 8
   */
  profiles: MeasurementProfile[];
  /**
   * Whom it measures.
   *
   * @maxItems 16
   */
  wearers: Id[];
}
/**
 * A wearable is being added to the household.
 */
export interface WearablePairing {
  id: Id;
  state: PairingState;
  expiresAt: Instant;
  /**
   * Counts the choices; a report of the box names the one it belongs to.
   */
  attempt: number;
  /**
   * @maxItems 16
   */
  found: FoundWearable[];
  chosen?: string;
  code?: string;
  /**
   * What a person typed or said; only the box sees it.
   */
  answer?: string;
  failure?: PairingFailure;
}
/**
 * A wearable in reach that is not on the household's list: its own new one, or a neighbour's.
 */
export interface FoundWearable {
  address: string;
  model: string;
  /**
   * @minItems 1
   * @maxItems 8
   */
  profiles: MeasurementProfile[];
  /**
   * Received strength in dBm.
   */
  signal: number;
}
/**
 * A patient's record, for doctors.
 */
export interface RecordView {
  kind: "record";
  patient: Patient;
  /**
   * Whether anything is known of allergies.
   */
  allergies: {
    state: "never_asked" | "none_known" | "some";
    /**
     * Who asked and heard of none.
     */
    askedBy?: string;
    askedAt?: Instant;
  };
  /**
   * The newest first; at most 300, those that are no longer true last.
   *
   * @maxItems 300
   */
  entries: RecordEntry[];
  /**
   * The newest first.
   *
   * @maxItems 200
   *
   * Items: A consultation of the patient.
   */
  visits: {
    consultationId: Id;
    at: Instant;
    state: ConsultationState;
    doctor?: string;
    complaint?: string;
    /**
     * @maxItems 20
     */
    diagnoses: Diagnosis[];
    /**
     * How many were submitted.
     */
    notes: number;
  }[];
  /**
   * Whether this viewer may change entries now.
   */
  mayWrite: boolean;
}
/**
 * An entry of a patient's record.
 */
export interface RecordEntry {
  id: Id;
  kind: EntryKind;
  /**
   * Counts the changes from 1.
   */
  version: number;
  content: EntryContent;
  recordedBy: string;
  recordedAt: Instant;
  /**
   * No longer true; kept with its reason.
   */
  retired?: {
    by: string;
    at: Instant;
    reason: string;
  };
}
/**
 * What an entry of the record says.
 */
export interface EntryContent {
  /**
   * The substance, the problem, the drug, or a piece of the history.
   */
  text: string;
  /**
   * Of a problem: its diagnosis (ICD-10).
   */
  code?: string;
  /**
   * Of an allergy.
   */
  reaction?: string;
  severity?: AllergySeverity;
  certainty?: AllergyCertainty;
  /**
   * Of a drug: how it is taken, in words.
   */
  usage?: string;
  /**
   * Since when, in words, for example 2016 年.
   */
  since?: string;
}
/**
 * A diagnosis by its code (ICD-10).
 */
export interface Diagnosis {
  /**
   * For example I10 or I10.x00x002, in the list that the hub has.
   */
  code: string;
  /**
   * As the list has it when the diagnosis is made.
   */
  name: string;
}
/**
 * The notes of a consultation, for its doctors.
 */
export interface NotesView {
  kind: "notes";
  patient: Patient;
  complaint?: string;
  /**
   * That of the case doctor first.
   *
   * @maxItems 20
   */
  notes: Note[];
  mayWrite: boolean;
}
/**
 * A doctor's note of one consultation.
 */
export interface Note {
  id: Id;
  owner: Doctor;
  /**
   * Counts the changes from 1.
   */
  version: number;
  state: NoteState;
  template: NoteTemplate;
  content: NoteContent;
  savedBy: Doctor;
  savedAt: Instant;
  /**
   * Of an amendment.
   */
  reason?: string;
  signature?: Signature;
}
/**
 * The fields of an outpatient note (门诊病历).
 */
export interface NoteContent {
  /**
   * 主诉
   */
  complaint: string;
  /**
   * 现病史
   */
  presentIllness: string;
  /**
   * 既往史
   */
  pastHistory: string;
  /**
   * 体格检查 and what was measured at home
   */
  findings: string;
  /**
   * 诊断, the leading one first
   *
   * @maxItems 20
   */
  diagnoses: Diagnosis[];
  /**
   * 处理意见
   */
  treatment: string;
  /**
   * 医嘱
   */
  advice: string;
  /**
   * Fields that still stand as the system filled them in from what it knows.
   *
   * @maxItems 6
   */
  prefilled: NoteField[];
}
/**
 * The prescriptions of a consultation.
 */
export interface PrescriptionsView {
  kind: "prescriptions";
  /**
   * @maxItems 50
   */
  prescriptions: Prescription[];
}
/**
 * A prescription as doctors and pharmacists see it.
 */
export interface Prescription {
  id: Id;
  version: number;
  state:
    "draft" | "awaiting_review" | "approved" | "rejected" | "cancelled" | "dispensed" | "expired";
  consultationId: Id;
  patient: Patient;
  doctor: Doctor;
  sheet: PrescriptionSheet;
  /**
   * @maxItems 10
   */
  drugs: Drug[];
  report: PrescriptionReport;
  signed?: PrescriptionSignature;
  validUntil?: Instant;
  extended?: string;
  review?: PrescriptionSignature;
  againBecause?: "allergy_added";
  cancelled?: PrescriptionSignature;
  confirmedAt?: Instant;
  order?: PharmacyOrder;
}
/**
 * What a doctor has written on a prescription.
 */
export interface PrescriptionSheet {
  patientId: Id;
  supply: "ordinary" | "emergency" | "chronic" | "long_term";
  /**
   * @maxItems 10
   */
  lines: PrescriptionLine[];
  /**
   * @maxItems 10
   */
  diagnoses: PrescribedDiagnosis[];
  /**
   * @maxItems 50
   */
  overrides: FindingOverride[];
  guardianPresent: boolean;
  supplyReason?: string;
  assessment?: string;
  egfr?: Quantity;
  replaces?: Id;
}
/**
 * One medicine, on its own line. The dose is what is taken at one time: by mass (mg, g, ug), volume (mL) or pieces ({tbl}, {cap}).
 */
export interface PrescriptionLine {
  drug: string;
  dose: Quantity;
  frequency:
    | "once_daily"
    | "twice_daily"
    | "three_times_daily"
    | "four_times_daily"
    | "at_bedtime"
    | "every_other_day"
    | "weekly";
  days: number;
  note?: string;
}
/**
 * A diagnosis that the prescription is for.
 */
export interface PrescribedDiagnosis {
  /**
   * ICD-10
   */
  code: string;
  title: string;
}
/**
 * Why the doctor prescribes although a check warns.
 */
export interface FindingOverride {
  finding: string;
  reason: string;
  despiteContraindication: boolean;
}
/**
 * One line of a formulary (院内目录).
 */
export interface Drug {
  code: string;
  nameZh: string;
  nameEn: string;
  pinyin: string;
  /**
   * @minItems 1
   * @maxItems 4
   */
  ingredients: string[];
  /**
   * @maxItems 6
   */
  classes: string[];
  form: "tablet" | "enteric_tablet" | "modified_release_tablet" | "capsule" | "oral_solution";
  strength: Quantity;
  /**
   * The smallest part of one piece that can be taken: 0.5 is half a tablet.
   */
  smallestPart: string;
  control:
    "none" | "antimicrobial" | "psychotropic" | "narcotic" | "toxic" | "radioactive" | "precursor";
  route: "oral";
}
/**
 * What the hub says to a prescription as it is written now.
 */
export interface PrescriptionReport {
  /**
   * @maxItems 10
   */
  amounts: LineAmount[];
  /**
   * @maxItems 60
   */
  refusals: PrescriptionRefusal[];
  /**
   * @maxItems 60
   */
  findings: RationalUseFinding[];
  tableReviewed: boolean;
}
/**
 * What a line comes to; a line that can not be counted has none.
 */
export interface LineAmount {
  line: number;
  pieces: Quantity;
  perDay: Quantity;
  total: Quantity;
}
/**
 * A rule that the prescription breaks, its source, and the line that it is about (0 is the first).
 */
export interface PrescriptionRefusal {
  rule:
    | "drugs_max"
    | "line_twice"
    | "diagnosis"
    | "supply_days"
    | "emergency_days"
    | "supply_reason"
    | "long_term_weeks"
    | "long_term_class"
    | "long_term_assessment"
    | "long_term_confirmation"
    | "controlled_drug"
    | "under_six"
    | "drug_unknown"
    | "dose_unit"
    | "dose_part"
    | "dose_zero"
    | "dose_too_many"
    | "no_lines"
    | "override_missing";
  source: string;
  line?: number;
}
/**
 * What a check of rational use (合理用药) has to say.
 */
export interface RationalUseFinding {
  id: string;
  kind:
    | "allergy"
    | "duplicate"
    | "interaction"
    | "max_daily"
    | "max_single"
    | "age"
    | "renal"
    | "diagnosis"
    | "arithmetic";
  severity: "contraindicated" | "warning" | "caution";
  /**
   * @minItems 1
   * @maxItems 10
   */
  lines: number[];
  adviceZh: string;
  adviceEn: string;
  source?: DrugFactSource;
  unknown?: boolean;
}
/**
 * Where a fact about a medicine was read. A source without a date did not state one.
 */
export interface DrugFactSource {
  title: string;
  section: string;
  date?: string;
  address: string;
}
/**
 * Who did what happened, and when.
 */
export interface PrescriptionSignature {
  name: string;
  at: Instant;
  reason?: string;
  signature?: Signature;
}
/**
 * How far the pharmacy has come.
 */
export interface PharmacyOrder {
  id: Id;
  state:
    | "placing"
    | "preparing"
    | "shipped"
    | "delivered"
    | "out_of_stock"
    | "refused"
    | "unreachable"
    | "withdrawing"
    | "withdrawn"
    | "too_late";
  attempts: number;
  changedAt: Instant;
  price?: Money;
  refusal?: "expired" | "duplicate" | "not_approved" | "unknown_drug" | "other";
}
/**
 * An amount in the minor unit of its currency.
 */
export interface Money {
  minor: number;
  currency: string;
}
/**
 * What waits for a pharmacist, and what was decided last.
 */
export interface PharmacistInbox {
  kind: "inbox.pharmacist";
  /**
   * @maxItems 100
   */
  waiting: Prescription[];
  /**
   * @maxItems 20
   */
  decided: Prescription[];
}
/**
 * The medicines of a patient, for the home.
 */
export interface MedicinesView {
  kind: "medicines";
  patient: Patient;
  /**
   * @maxItems 50
   */
  prescriptions: HomePrescription[];
}
/**
 * A prescription as the home sees it.
 */
export interface HomePrescription {
  id: Id;
  state:
    | "to_confirm"
    | "awaiting_review"
    | "approved"
    | "rejected"
    | "cancelled"
    | "dispensed"
    | "stop"
    | "expired";
  doctor: Doctor;
  /**
   * @maxItems 10
   */
  medicines: Medicine[];
  at: Instant;
  validUntil?: Instant;
  order?: PharmacyOrder;
  version: number;
}
/**
 * One medicine in plain words, for the home.
 */
export interface Medicine {
  nameZh: string;
  nameEn: string;
  pieces: Quantity;
  frequency:
    | "once_daily"
    | "twice_daily"
    | "three_times_daily"
    | "four_times_daily"
    | "at_bedtime"
    | "every_other_day"
    | "weekly";
  /**
   * @minItems 1
   * @maxItems 6
   */
  times: string[];
  days: number;
  note?: string;
}
/**
 * Referrals that a doctor has to do with, and what home plans ask of the doctor.
 */
export interface DoctorReferrals {
  kind: "referrals";
  /**
   * @maxItems 100
   */
  received: ReferralLine[];
  /**
   * @maxItems 100
   */
  sent: ReferralLine[];
  /**
   * @maxItems 100
   *
   * Items: An alert that no doctor has acknowledged.
   */
  alerts: {
    patient: Patient;
    alert: PlanAlert;
  }[];
}
/**
 * The plan at home of a patient, where one is in force.
 */
export interface PlanView {
  kind: "plan";
  patient: Patient;
  /**
   * The package as it was accepted or ordered.
   */
  plan?: {
    id: Id;
    /**
     * A UUID made by whoever creates the thing; version 7 (RFC 9562).
     */
    consultationId?: string;
    from: Doctor;
    acceptedBy: Doctor;
    acceptedAt: Instant;
    signature?: Signature1;
    package: CarePackage;
    /**
     * @maxItems 8
     *
     * Items: How a planned measurement stands.
     */
    measures: {
      measure: PlannedMeasure;
      state: PlannedState;
      value?: string;
      at?: Instant;
    }[];
  };
  ended?: PlanEnded1;
  /**
   * @maxItems 50
   */
  alerts: PlanAlert[];
  mayAcknowledge: boolean;
  mayEnd: boolean;
}
/**
 * A signature as a screen shows it beside what was signed.
 */
export interface Signature1 {
  version: number;
  signedAt: Instant;
  name: string;
  /**
   * Of the public key.
   */
  fingerprint: string;
}
/**
 * Of the newest plan. Absent while one is in force.
 */
export interface PlanEnded1 {
  by: Doctor;
  at: Instant;
  reason: string;
}
/**
 * The stream can't be watched any more.
 */
export interface Gone {
  type: "gone";
  stream: Stream;
  problem: Problem;
}
/**
 * Heartbeat with the head number of each watched stream.
 */
export interface Beat {
  type: "beat";
  at: Instant;
  heads: {
    [k: string]: number;
  };
  /**
   * What every screen says in words as long as beats hold it. no_new_calls: the hub takes no new consultations, those under way go on.
   */
  notice?: "no_new_calls";
}
/**
 * A message was refused; the connection goes on.
 */
export interface Refused {
  type: "refused";
  problem: Problem;
  ref?: MessageId;
}
/**
 * The seat is on this connection. media keep: go on with what runs; build: publish anew.
 */
export interface SeatClaimed {
  type: "seat.claimed";
  ref: MessageId;
  callId: Id;
  seatId: Id;
  epoch: number;
  generation: number;
  media: "keep" | "build";
}
/**
 * A newer connection has the seat; stop media here.
 */
export interface SeatSuperseded {
  type: "seat.superseded";
  callId: Id;
  seatId: Id;
  epoch: number;
}
/**
 * Answer to media.publish.
 */
export interface Published {
  type: "media.published";
  ref: MessageId;
  callId: Id;
  epoch: number;
  generation: number;
  /**
   * Session description (RFC 8866), limit 200,000 characters.
   */
  sdp: string;
}
/**
 * What the others send; answer it with media.answer. Offers of one epoch and generation are numbered from 1.
 */
export interface Offer {
  type: "media.offer";
  callId: Id;
  epoch: number;
  generation: number;
  offer: number;
  /**
   * Session description (RFC 8866), limit 200,000 characters.
   */
  sdp: string;
  /**
   * @maxItems 64
   *
   * Items: Which seat and kind a media line carries.
   */
  tracks: {
    mid: string;
    seatId: Id;
    kind: "audio" | "video";
  }[];
}
/**
 * GET /api/patients/{id}/looks?before=
 */
export interface LookPage {
  /**
   * @maxItems 20
   *
   * Items: Somebody looked at the patient's record or wrote into it.
   */
  looks: {
    who: string;
    kind: ActorKind;
    /**
     * A doctor's title.
     */
    title?: string;
    /**
     * Where somebody of the staff works.
     */
    institution?: string;
    /**
     * A child's, while bound.
     */
    relation?: string;
    what: LookKind;
    at: Instant;
  }[];
  /**
   * Ask with it as before for what was earlier; absent when there is no more.
   */
  next?: number;
}
/**
 * One part of the running product.
 */
export interface OperationsPart {
  kind: PartKind;
  /**
   * Of a bridge or process its name, of a box its id; else the kind.
   */
  name: string;
  state: PartState;
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  since?: string;
  why?: PartTrouble;
  /**
   * Of a bridge: calls whose media it carries.
   */
  calls?: number;
  /**
   * Of the disk: free space in MiB.
   */
  freeMib?: number;
  /**
   * Of events and seals: how many wait.
   */
  waiting?: number;
  /**
   * Of a box: who looks after its household.
   */
  institution?: string;
}
/**
 * A running call: counts and ids only.
 */
export interface LiveCall {
  id: Id;
  openedAt: Instant;
  /**
   * Missing while none has it.
   */
  bridge?: string;
  generation: number;
  /**
   * Who should sit in it.
   */
  seats: number;
  /**
   * Who is connected.
   */
  present: number;
  /**
   * Who lost the connection a moment ago.
   */
  reconnecting: number;
}
/**
 * GET /api/operations/status
 */
export interface OperationsStatus {
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  at: string;
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  startedAt: string;
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  noNewCallsSince?: string;
  /**
   * Consultations that a doctor has accepted and that are not over.
   */
  underWay: number;
  /**
   * Requests that wait for a doctor.
   */
  waiting: number;
  /**
   * Open connections of /live.
   */
  connections: number;
  /**
   * Boxes that belong to a household.
   */
  boxes: number;
  /**
   * Those that are connected.
   */
  boxesOnLine: number;
  /**
   * Running calls.
   */
  calls: number;
  /**
   * The oldest running calls.
   *
   * @maxItems 100
   */
  liveCalls: LiveCall[];
  /**
   * Ill ones first; of the boxes those that went away last, and some of the others.
   *
   * @maxItems 200
   */
  parts: OperationsPart[];
}
/**
 * POST /api/operations/bridges/{name}/drain
 */
export interface DrainBridge {
  /**
   * Whether running calls move to another bridge now, with a gap of a second or two; else they end where they are.
   */
  moveCalls: boolean;
}
/**
 * What a search in the formulary found; whose formulary it is.
 */
export interface DrugList {
  /**
   * @maxItems 50
   */
  drugs: Drug[];
  own: boolean;
  reviewed: boolean;
}
/**
 * POST /api/consultations/{id}/prescriptions: makes a draft (version 0) or changes it.
 */
export interface SavePrescription {
  id: Id;
  version: number;
  sheet: PrescriptionSheet;
}
/**
 * POST /api/consultations/{id}/prescriptions/check: a question; nothing is kept.
 */
export interface CheckPrescription {
  sheet: PrescriptionSheet;
}
/**
 * Names the version of a prescription that was seen.
 */
export interface SeenPrescription {
  version: number;
}
/**
 * POST …/cancel, until the medicine was delivered, and again when something became known after the delivery.
 */
export interface CancelPrescription {
  version: number;
  reason: string;
}
/**
 * POST …/extend: good for up to 3 days instead of the day alone.
 */
export interface ExtendPrescription {
  version: number;
  days: number;
  reason: string;
}
/**
 * POST …/continue: something became known after the delivery, and the doctor lets the patient take it on.
 */
export interface ContinuePrescription {
  version: number;
  reason: string;
}
/**
 * POST /api/prescription-reviews/{id}: what the pharmacist decides.
 */
export interface ReviewPrescription {
  version: number;
  decision: "approved" | "rejected";
  reason?: string;
}
/**
 * POST /api/patients/{id}/prescriptions/{prescriptionId}/order: the home wants it from the pharmacy.
 */
export interface OrderMedicines {
  id: Id;
}
/**
 * What a file of medicines or of checks would do; nothing was changed.
 */
export interface DrugTableReport {
  sha256: string;
  encoding?: "utf-8" | "gb18030";
  rows: number;
  /**
   * Why the file can't be read as a whole.
   */
  fileFault?: {
    fault: ImportFileFault;
    at?: number;
    column?: string;
  };
  /**
   * @maxItems 200
   *
   * Items: One thing that keeps a row out.
   */
  faults: {
    row: number;
    column: string;
    fault: "missing" | "unreadable" | "too_long" | "twice" | "unknown";
  }[];
  faultsInAll: number;
}
/**
 * POST /api/patients/{id}/record/entries
 */
export interface WriteEntry {
  id: Id;
  kind: EntryKind;
  content: EntryContent;
}
/**
 * POST /api/patients/{id}/record/entries/{entryId}
 */
export interface EditEntry {
  /**
   * The version that was seen.
   */
  version: number;
  content: EntryContent;
}
/**
 * POST /api/patients/{id}/record/entries/{entryId}/retire
 */
export interface RetireEntry {
  /**
   * The version that was seen.
   */
  version: number;
  reason: string;
}
/**
 * POST /api/patients/{id}/record/no-known-allergies: the patient was asked and knows of none.
 */
export interface StateNoAllergies {
  id: Id;
}
/**
 * GET /api/patients/{id}/record/entries/{entryId}/versions, the newest first.
 */
export interface EntryVersions {
  /**
   * @maxItems 200
   */
  versions: {
    /**
     * Counts the changes from 1.
     */
    version: number;
    by: string;
    at: Instant;
    content: EntryContent;
    retiredFor?: string;
  }[];
}
/**
 * POST /api/consultations/{id}/note/save
 */
export interface SaveNote {
  noteId: Id;
  /**
   * The version on which the text stands; 0 makes the note.
   */
  baseVersion: number;
  template: NoteTemplate;
  content: NoteContent;
}
/**
 * POST /api/consultations/{id}/note/submit and …/note/archive
 */
export interface SeenNote {
  noteId: Id;
  /**
   * The version that was seen.
   */
  version: number;
}
/**
 * POST /api/consultations/{id}/note/amend
 */
export interface AmendNote {
  noteId: Id;
  /**
   * The version that was seen.
   */
  version: number;
  reason: string;
  content: NoteContent;
}
/**
 * GET /api/consultations/{id}/notes/{noteId}/versions, the newest first.
 */
export interface NoteVersions {
  /**
   * @maxItems 200
   */
  versions: {
    /**
     * Counts the changes from 1.
     */
    version: number;
    by: Doctor;
    at: Instant;
    state: NoteState;
    content: NoteContent;
    reason?: string;
  }[];
}
/**
 * GET /api/patients/{id}/record/visits/{consultationId}: the notes of one visit that were submitted.
 */
export interface VisitNotes {
  /**
   * @maxItems 20
   */
  notes: Note[];
}
/**
 * GET /api/diagnoses?words=
 */
export interface DiagnosisList {
  /**
   * The best fits first.
   *
   * @maxItems 20
   */
  diagnoses: Diagnosis[];
  /**
   * Where the list comes from.
   */
  source: string;
}
/**
 * Answer of POST /api/administration/diagnosis-imports/check: what the file would do. Nothing was changed.
 */
export interface DiagnosisImportReport {
  /**
   * Of the file's bytes; the import names it.
   */
  sha256: string;
  encoding?: "utf-8" | "gb18030";
  /**
   * Rows that would be taken.
   */
  codes: number;
  /**
   * Codes of the list in use, which the file would replace.
   */
  inUse: number;
  /**
   * Those of them that the file lacks: nobody would find them any more.
   */
  gone: number;
  /**
   * Why the file can't be read as a whole; there are no rows then.
   */
  fileFault?: {
    fault: ImportFileFault;
    /**
     * As in ImportReport.
     */
    at?: number;
    column?: DiagnosisColumn;
  };
  /**
   * @maxItems 200
   *
   * Items: One thing that keeps a row out.
   */
  faults: {
    /**
     * As a spreadsheet counts: the heading is row 1.
     */
    row: number;
    column: DiagnosisColumn;
    fault: DiagnosisFault;
    /**
     * Of duplicate: the row that has it already.
     */
    otherRow?: number;
  }[];
  faultsInAll: number;
}
/**
 * GET /api/patients/{id}/record/documents?before=&beforeId=: what this reader may open, the newest first.
 */
export interface DocumentPage {
  /**
   * @maxItems 20
   *
   * Items: A document that stands in another part of the product.
   */
  documents: {
    kind: DocumentKind;
    /**
     * A UUID made by whoever creates the thing; version 7 (RFC 9562).
     */
    id: string;
    /**
     * A UUID made by whoever creates the thing; version 7 (RFC 9562).
     */
    consultationId?: string;
    /**
     * RFC 3339 in UTC, ending in Z.
     */
    at: string;
    institution: string;
    author: string;
    state: DocumentState;
  }[];
  /**
   * Ask with both for what is older; absent when there is no more.
   */
  next?: {
    before: Instant;
    beforeId: Id;
  };
}
/**
 * GET /api/patients/{id}/vitals/summary: the newest reading of each kind that was ever measured, and what was measured in the last 7, 30 and 90 days.
 */
export interface VitalsSummary {
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  at: string;
  /**
   * @maxItems 6
   */
  kinds: {
    kind: "bloodPressure" | "heartRate" | "pulseOximeter" | "glucose" | "temperature" | "weight";
    latest: VitalSign;
    /**
     * The model that sent the newest reading, as it calls itself.
     */
    device: string;
    /**
     * What below and above count: each reading, or, of what is measured every second, each hour in which there was such a reading.
     */
    counted: "readings" | "hours";
    /**
     * The pulse that a cuff or an oximeter counts beside its own value is its last value, heart_rate, where it counted one in the last 90 days.
     *
     * @maxItems 3
     */
    values: {
      vital: PlannedVital;
      /**
       * Limit of the plan in force; absent without one, or for who may not see the plan.
       */
      low?: string;
      /**
       * The same.
       */
      high?: string;
      /**
       * @minItems 3
       * @maxItems 3
       *
       * Items: The last days; without readings there is neither least nor mean nor most.
       */
      spans: {
        days: 7 | 30 | 90;
        readings: number;
        least?: string;
        /**
         * Of all readings alike, to one decimal place.
         */
        mean?: string;
        most?: string;
        /**
         * Absent where there is no lower limit.
         */
        below?: number;
        /**
         * Absent where there is no upper limit.
         */
        above?: number;
      }[];
    }[];
  }[];
}
/**
 * POST /api/referrals
 */
export interface SendReferral {
  id: Id;
  patientId: Id;
  /**
   * A UUID made by whoever creates the thing; version 7 (RFC 9562).
   */
  consultationId?: string;
  /**
   * A UUID made by whoever creates the thing; version 7 (RFC 9562).
   */
  answersId?: string;
  direction: ReferralDirection;
  institutionId: Id;
  department: Department;
  disease: Disease;
  urgency: Urgency;
  /**
   * 绿色通道: why at once. Absent = no.
   */
  greenChannel?: string;
  summary: string;
  package?: CarePackage1;
}
/**
 * What is planned at home: it goes down with the patient (下转包), or is ordered (医嘱).
 */
export interface CarePackage1 {
  plan: string;
  medication?: string;
  targets?: string;
  /**
   * @maxItems 8
   */
  measures: PlannedMeasure[];
  /**
   * @maxItems 12
   */
  followUps: FollowUpDate[];
}
/**
 * POST /api/consultations/{id}/home-plan
 */
export interface OrderHomePlan {
  id: Id;
  package: CarePackage;
}
/**
 * POST /api/home-plans/{id}/end: nothing takes its place.
 */
export interface EndHomePlan {
  reason: string;
}
/**
 * GET /api/home-plans/{id}: a plan at home as it was accepted or ordered, whatever became of it.
 */
export interface KeptHomePlan {
  id: Id;
  /**
   * A UUID made by whoever creates the thing; version 7 (RFC 9562).
   */
  consultationId?: string;
  from: Doctor;
  acceptedBy: Doctor;
  acceptedAt: Instant;
  signature?: Signature2;
  package: CarePackage;
  /**
   * RFC 3339 in UTC, ending in Z.
   */
  replacedAt?: string;
  ended?: PlanEnded;
}
/**
 * A signature as a screen shows it beside what was signed.
 */
export interface Signature2 {
  version: number;
  signedAt: Instant;
  name: string;
  /**
   * Of the public key.
   */
  fingerprint: string;
}
/**
 * POST /api/referrals/{id}/accept
 */
export interface AcceptReferral {
  /**
   * When the patient is expected.
   */
  on: string;
  place: string;
}
/**
 * POST /api/referrals/{id}/decline
 */
export interface DeclineReferral {
  reason: string;
}
/**
 * POST /api/referrals/{id}/notes
 */
export interface AddReferralNote {
  id: Id;
  text: string;
}
/**
 * POST /api/referrals/{id}/follow: how long the referring doctor reads on (随转); 0 ends it.
 */
export interface FollowReferral {
  days: number;
}
/**
 * GET /api/referrals/{id}: the whole of it, for who has a part in it.
 */
export interface Referral {
  line: ReferralLine;
  summary: string;
  greenChannel?: string;
  code?: string;
  package?: CarePackage;
  answer?: ReferralAnswer;
  /**
   * @maxItems 100
   */
  notes: ReferralNote[];
  followUntil?: Instant;
  /**
   * What the catalogue said when it was sent, where it did not fit.
   */
  advice?: string;
  home?: NamedInstitution1;
  signature?: Signature;
  /**
   * @maxItems 5
   */
  actions: ("accept" | "decline" | "add-note" | "follow" | "send-down")[];
}
/**
 * GET /api/referral-targets: where a doctor may refer to.
 */
export interface ReferralTargets {
  /**
   * @maxItems 1000
   *
   * Items: An institution in use with its departments.
   */
  institutions: {
    institution: NamedInstitution1;
    level: Level;
    /**
     * @maxItems 5
     */
    departments: Department[];
  }[];
}
/**
 * GET /api/disease-catalogue/advice: what the catalogue says of a disease, for a level that it may be referred to.
 */
export interface CatalogueAdvice {
  /**
   * @maxItems 20
   */
  rows: DiseaseRow[];
  /**
   * True also where the catalogue has no row: it never blocks.
   */
  fits: boolean;
}
/**
 * GET /api/administration/disease-catalogue
 */
export interface DiseaseCatalogue {
  version: number;
  /**
   * @maxItems 2000
   */
  rows: DiseaseRow[];
}
/**
 * POST /api/administration/disease-catalogue: replaces the whole of it.
 */
export interface EditDiseaseCatalogue {
  version: number;
  /**
   * @maxItems 2000
   */
  rows: DiseaseRow[];
}
/**
 * POST /api/administration/disease-catalogue/check: what a file would bring, and what is wrong with it; changes nothing.
 */
export interface CatalogueReport {
  /**
   * @maxItems 2000
   */
  rows: DiseaseRow[];
  /**
   * @maxItems 200
   *
   * Items: A row that can't be taken.
   */
  faults: {
    row: number;
    fault: "unreadable" | "missing" | "too_long" | "not_a_level" | "duplicate" | "too_many_rows";
  }[];
}
/**
 * GET /api/administration/referral-counts: every column adds up to the totals.
 */
export interface ReferralCounts {
  up: number;
  down: number;
  /**
   * @maxItems 2000
   *
   * Items: A number under its name.
   */
  byInstitution: {
    /**
     * 未分类 for what has none.
     */
    name: string;
    up: number;
    down: number;
  }[];
  /**
   * @maxItems 2000
   *
   * Items: A number under its name.
   */
  byState: {
    /**
     * 未分类 for what has none.
     */
    name: string;
    up: number;
    down: number;
  }[];
  /**
   * @maxItems 2000
   *
   * Items: A number under its name.
   */
  byDisease: {
    /**
     * 未分类 for what has none.
     */
    name: string;
    up: number;
    down: number;
  }[];
}
/**
 * POST /api/households/search: a question, not a command; it is posted so that no name stands in an address. Finds by part of the household's or a patient's name, or by a whole ID number.
 */
export interface FindHouseholds {
  text?: string;
  after?: Id;
  /**
   * Also what is deactivated.
   */
  deactivated: boolean;
}
/**
 * Answer of POST /api/households/search: at most 50, by name.
 */
export interface HouseholdPage {
  /**
   * @maxItems 50
   *
   * Items: A household in the list.
   */
  households: {
    id: Id;
    name: string;
    active: boolean;
    /**
     * @maxItems 40
     *
     * Items: A patient in the list.
     */
    patients: {
      id: Id;
      name: string;
      sex: Sex;
      birthYear: number;
      active: boolean;
    }[];
  }[];
  /**
   * A UUID made by whoever creates the thing; version 7 (RFC 9562).
   */
  next?: string;
}
/**
 * GET /api/households/{id}
 */
export interface HouseholdRecord {
  id: Id;
  /**
   * The version that was seen; another one now is edit-conflict.
   */
  version: number;
  name: string;
  address?: string;
  phone?: string;
  active: boolean;
  /**
   * @maxItems 40
   *
   * Items: A patient in the books.
   */
  patients: {
    id: Id;
    /**
     * The version that was seen; another one now is edit-conflict.
     */
    version: number;
    name: string;
    sex: Sex;
    birthYear: number;
    birthDate?: string;
    idNumberMasked?: string;
    idNumberAbsent?: IdNumberAbsence;
    active: boolean;
    deactivatedAt?: Instant;
    deactivatedFor?: DeactivationReason;
  }[];
}
/**
 * POST /api/households
 */
export interface MakeHousehold {
  id: Id;
  name: string;
  address?: string;
  phone?: string;
}
/**
 * POST /api/households/{id}/edit
 */
export interface EditHousehold {
  /**
   * The version that was seen; another one now is edit-conflict.
   */
  version: number;
  name: string;
  address?: string;
  phone?: string;
}
/**
 * POST /api/households/{id}/deactivate, POST /api/households/{id}/reactivate, POST /api/patients/{id}/reactivate
 */
export interface SeenVersion {
  /**
   * The version that was seen; another one now is edit-conflict.
   */
  version: number;
}
/**
 * POST /api/patients. Either idNumber or idNumberAbsent.
 */
export interface MakePatient {
  id: Id;
  householdId: Id;
  name: string;
  sex: Sex;
  birthDate: string;
  /**
   * 公民身份号码, GB 11643-1999.
   */
  idNumber?: string;
  idNumberAbsent?: IdNumberAbsence;
}
/**
 * POST /api/patients/{id}/edit. Without idNumber and idNumberAbsent what is kept stays.
 */
export interface EditPatient {
  /**
   * The version that was seen; another one now is edit-conflict.
   */
  version: number;
  name: string;
  sex: Sex;
  birthDate: string;
  /**
   * 公民身份号码, GB 11643-1999.
   */
  idNumber?: string;
  idNumberAbsent?: IdNumberAbsence;
}
/**
 * POST /api/patients/{id}/deactivate
 */
export interface DeactivatePatient {
  /**
   * The version that was seen; another one now is edit-conflict.
   */
  version: number;
  reason: DeactivationReason;
}
/**
 * POST /api/patients/{id}/move
 */
export interface MovePatient {
  /**
   * The version that was seen; another one now is edit-conflict.
   */
  version: number;
  householdId: Id;
}
/**
 * GET /api/patients/{id}/id-number; each showing is in the audit trail.
 */
export interface WholeIdNumber {
  idNumber: string;
}
/**
 * Answer of POST /api/household-imports/check: what the file would do. Nothing was changed.
 */
export interface ImportReport {
  /**
   * Of the file's bytes; the import names it.
   */
  sha256: string;
  encoding?: "utf-8" | "gb18030";
  households: number;
  patients: number;
  /**
   * Why the file can't be read as a whole; there are no rows then.
   */
  fileFault?: {
    fault: ImportFileFault;
    /**
     * encoding: offset of the first unreadable byte; quotes: line; rows, size: the limit.
     */
    at?: number;
    column?: ImportColumn;
  };
  /**
   * @maxItems 200
   *
   * Items: One thing that keeps a row out.
   */
  faults: {
    /**
     * As a spreadsheet counts: the heading is row 1. A record of several lines counts as one.
     */
    row: number;
    column: ImportColumn;
    fault: ImportFault;
    /**
     * Of duplicate: the row that has it already.
     */
    otherRow?: number;
  }[];
  faultsInAll: number;
}
/**
 * GET /api/consultations/{id}/basis-form: what the accepting doctor will be asked, and what was said for this patient last.
 */
export interface BasisForm {
  /**
   * @maxItems 32
   */
  rules: Rule[];
  /**
   * The patient is, or may be, younger than the rule's age.
   */
  youngChild: boolean;
  /**
   * At the institution.
   */
  today: string;
  last?: ChosenBasis1;
}
/**
 * On what ground the talk rests, with its evidence. Which of these a ground needs is said by the rules in force (PROTOCOL.md §16).
 */
export interface ChosenBasis1 {
  kind: LegalBasisKind;
  /**
   * Where the patient was seen, or which institution the contract is with.
   */
  institution?: string;
  /**
   * Day of the earlier visit, or from when the contract holds.
   */
  on?: string;
  /**
   * Last day of the contract.
   */
  until?: string;
  /**
   * What was diagnosed then.
   */
  diagnosis?: string;
  /**
   * Number or name of the record or contract that shows it.
   */
  document?: string;
  /**
   * The local doctor who is with the patient: name and institution.
   */
  present?: string;
  /**
   * Who takes part as guardian of a young child.
   */
  guardian?: string;
  /**
   * The physician of the right specialty who is with a young child.
   */
  physician?: string;
}
/**
 * GET /api/signing, and the answer of each of its commands. This session may sign until unlockedUntil, and 15 minutes more after each signature; absent while locked.
 */
export interface SigningState {
  /**
   * Whether the account has one; without it there is no signing key.
   */
  secondFactor: boolean;
  /**
   * The key in use; absent while none was set up. While refusedUntil lies ahead no PIN is tried.
   */
  key?: {
    id: Id;
    /**
     * For example Ed25519.
     */
    algorithm: string;
    /**
     * SHA-256 of the public key, hexadecimal.
     */
    fingerprint: string;
    since: Instant;
    refusedUntil?: Instant;
  };
  unlockedUntil?: Instant;
}
/**
 * POST /api/signing/key. The key that is in use retires; its id is named, so that nobody replaces one by mistake.
 */
export interface SetUpSigningKey {
  /**
   * Six to twelve digits; others are refused as pin-too-easy.
   */
  pin: string;
  /**
   * A code of the second factor: six digits, or a recovery code.
   */
  code: string;
  replaces?: Id;
}
/**
 * POST /api/signing/unlock
 */
export interface UnlockSigningKey {
  /**
   * Six to twelve digits; others are refused as pin-too-easy.
   */
  pin: string;
  /**
   * A code of the second factor: six digits, or a recovery code.
   */
  code: string;
}
/**
 * The signed versions of a document with what holds of each, the oldest first.
 */
export interface SignedDocument {
  document: Id;
  /**
   * Whether as many versions are there as were signed.
   */
  complete: boolean;
  /**
   * Items: One version; signer is absent where the text can't be read any more.
   */
  versions: {
    version: number;
    signedAt: Instant;
    algorithm: string;
    /**
     * Of the public key.
     */
    fingerprint: string;
    signer?: SignedBy;
    /**
     * content: the hash is that of the text, and the text is the canonical one. chain: it belongs to this document, has its place in the order and names the hash of the one before it. signature: the key signed exactly this text. key: it is the one that the text names, and was the signer's own at that time.
     */
    verdict: {
      content: boolean;
      chain: boolean;
      signature: boolean;
      key: boolean;
    };
  }[];
}
/**
 * A document's signed versions as one file that can be verified without a hub, the oldest first.
 */
export interface SignedFile {
  format: "wuduan-signed-1";
  document: Id;
  /**
   * Items: One version.
   */
  versions: {
    /**
     * Canonical JSON (RFC 8785), exactly what was signed.
     */
    payload: string;
    /**
     * SHA-256 of its UTF-8 bytes, hexadecimal.
     */
    hash: string;
    algorithm: string;
    /**
     * X.509 SubjectPublicKeyInfo (RFC 5280), base64url.
     */
    publicKey: string;
    /**
     * Over the UTF-8 bytes of the payload, base64url.
     */
    signature: string;
  }[];
}
/**
 * Answer of POST /api/administration/staff-imports/check: what the file would do. Nothing was changed.
 */
export interface StaffImportReport {
  /**
   * Of the file's bytes; the import names it.
   */
  sha256: string;
  encoding?: "utf-8" | "gb18030";
  members: number;
  /**
   * Why the file can't be read as a whole; there are no rows then.
   */
  fileFault?: {
    fault: ImportFileFault;
    /**
     * As in ImportReport.
     */
    at?: number;
    column?: StaffColumn;
  };
  /**
   * @maxItems 200
   *
   * Items: One thing that keeps a row out.
   */
  faults: {
    /**
     * As a spreadsheet counts: the heading is row 1.
     */
    row: number;
    column: StaffColumn;
    fault: StaffFault;
    /**
     * Of duplicate: the row that has it already.
     */
    otherRow?: number;
  }[];
  faultsInAll: number;
}
/**
 * POST /api/households/{id}/wearable-pairing: 201. The box searches. One that is under way ends.
 */
export interface StartPairing {
  pairingId: Id;
}
/**
 * POST /api/households/{id}/wearable-pairing/choose: 204, also after a failure, at most 5 times.
 */
export interface ChooseWearable {
  pairingId: Id;
  address: string;
}
/**
 * POST /api/households/{id}/wearable-pairing/answer: 204; six digits to type_code, yes or no to compare_code.
 */
export interface AnswerCode {
  pairingId: Id;
  answer: string;
}
/**
 * POST /api/households/{id}/wearable-pairing/add: 204, once paired. From now on the box connects it.
 */
export interface AddWearable {
  pairingId: Id;
  patientId: Id;
  name?: string;
}
/**
 * POST /api/households/{id}/wearable-pairing/end: 204.
 */
export interface EndPairing {
  pairingId: Id;
}
/**
 * POST /api/households/{id}/wearable-pairing/found, by the box: 204.
 */
export interface ReportFound {
  pairingId: Id;
  /**
   * @maxItems 16
   */
  found: FoundWearable[];
}
/**
 * POST /api/households/{id}/wearable-pairing/report, by the box: 204.
 */
export interface ReportPairing {
  pairingId: Id;
  attempt: number;
  state: "type_code" | "show_code" | "compare_code" | "failed" | "paired" | "measured";
  code?: string;
  failure?: PairingFailure;
}
/**
 * POST /api/households/{id}/wearables/{address}/name: 204.
 */
export interface NameWearable {
  name: string;
}
/**
 * POST /api/households/{id}/wearables/{address}/wearer: 204. It measures this patient alone from now on.
 */
export interface ChangeWearer {
  patientId: Id;
}
