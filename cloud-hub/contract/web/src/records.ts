import type {
  AmendNote,
  DiagnosisList,
  DocumentPage,
  EditEntry,
  EntryVersions,
  Id,
  NoteVersions,
  RetireEntry,
  SaveNote,
  SeenNote,
  StateNoAllergies,
  VisitNotes,
  VitalsSummary,
  WriteEntry,
} from "./messages.ts";
import type { Send } from "./send.ts";

/** The commands and queries of PROTOCOL.md §16 about one patient. */
export function recordCommands(send: Send, patientId: Id) {
  const home = `/api/patients/${patientId}/record`;
  return {
    write: (body: WriteEntry) => send("POST", `${home}/entries`, body),
    edit: (entry: Id, body: EditEntry) => send("POST", `${home}/entries/${entry}`, body),
    retire: (entry: Id, body: RetireEntry) => send("POST", `${home}/entries/${entry}/retire`, body),
    noKnownAllergies: (body: StateNoAllergies) => send("POST", `${home}/no-known-allergies`, body),
    versions: (entry: Id) => send<EntryVersions>("GET", `${home}/entries/${entry}/versions`),
    visit: (consultation: Id) => send<VisitNotes>("GET", `${home}/visits/${consultation}`),
    /** The newest page, or the one to which `next` of another leads. */
    documents: (next?: DocumentPage["next"] | undefined) =>
      send<DocumentPage>(
        "GET",
        next
          ? `${home}/documents?${new URLSearchParams({ ...next }).toString()}`
          : `${home}/documents`,
      ),
    vitals: () => send<VitalsSummary>("GET", `/api/patients/${patientId}/vitals/summary`),
  };
}

export type RecordCommands = ReturnType<typeof recordCommands>;

/** Those about the notes of one consultation. */
export function noteCommands(send: Send, consultationId: Id) {
  const home = `/api/consultations/${consultationId}`;
  return {
    /** One try: whoever types goes on, and the next try carries what was typed meanwhile. */
    save: (body: SaveNote, idempotencyKey: string) =>
      send("POST", `${home}/note/save`, body, { idempotencyKey, retry: false }),
    submit: (body: SeenNote) => send("POST", `${home}/note/submit`, body),
    amend: (body: AmendNote) => send("POST", `${home}/note/amend`, body),
    archive: (body: SeenNote) => send("POST", `${home}/note/archive`, body),
    versions: (note: Id) => send<NoteVersions>("GET", `${home}/notes/${note}/versions`),
  };
}

export type NoteCommands = ReturnType<typeof noteCommands>;

export function findDiagnoses(send: Send, words: string) {
  const query = new URLSearchParams({ words });
  return send<DiagnosisList>("GET", `/api/diagnoses?${query.toString()}`, undefined, {
    retry: false,
  });
}
