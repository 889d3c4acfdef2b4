import type { Commands } from "@wuduan/contract/commands.ts";
import type {
  DeactivatePatient,
  EditHousehold,
  EditPatient,
  FindHouseholds,
  HouseholdPage,
  HouseholdRecord,
  Id,
  ImportReport,
  MakeHousehold,
  MakePatient,
  MovePatient,
  SeenVersion,
  WholeIdNumber,
} from "@wuduan/contract/messages.ts";

/** The commands and questions of the books (PROTOCOL.md §12). */
export function booksOf({ send }: Commands) {
  return {
    find: (body: FindHouseholds) => send<HouseholdPage>("POST", "/api/households/search", body),
    open: (id: Id) => send<HouseholdRecord>("GET", `/api/households/${id}`),
    makeHousehold: (body: MakeHousehold) => send("POST", "/api/households", body),
    editHousehold: (id: Id, body: EditHousehold) =>
      send("POST", `/api/households/${id}/edit`, body),
    standHousehold: (id: Id, active: boolean, body: SeenVersion) =>
      send("POST", `/api/households/${id}/${active ? "reactivate" : "deactivate"}`, body),
    makePatient: (body: MakePatient) => send("POST", "/api/patients", body),
    editPatient: (id: Id, body: EditPatient) => send("POST", `/api/patients/${id}/edit`, body),
    deactivatePatient: (id: Id, body: DeactivatePatient) =>
      send("POST", `/api/patients/${id}/deactivate`, body),
    reactivatePatient: (id: Id, body: SeenVersion) =>
      send("POST", `/api/patients/${id}/reactivate`, body),
    movePatient: (id: Id, body: MovePatient) => send("POST", `/api/patients/${id}/move`, body),
    wholeIdNumber: (id: Id) => send<WholeIdNumber>("GET", `/api/patients/${id}/id-number`),
    checkImport: (file: Blob) => send<ImportReport>("POST", "/api/household-imports/check", file),
    runImport: (file: Blob, sha256: string) =>
      send("POST", `/api/household-imports?checked=${sha256}`, file),
  };
}

export type Books = ReturnType<typeof booksOf>;
