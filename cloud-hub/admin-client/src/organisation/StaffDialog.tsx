import { useState } from "react";
import type {
  AdministratorRole,
  Institution,
  MakeStaff,
  Post,
  StaffMember,
} from "@wuduan/contract/messages.ts";
import { newId } from "@wuduan/contract/commands.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { Conflict, Field, FormDialog, Select, Text } from "../parts/FormDialog.tsx";
import { useEdit } from "../parts/useEdit.ts";
import { KINDS, ROLES } from "../rank.ts";
import { namesOf } from "./InstitutionDialog.tsx";
import { PostFields } from "./PostFields.tsx";
import { t } from "./words.ts";

const STAFF_KINDS = ["doctor", "registrar", "pharmacist", "administrator"] as const;
const ALL_ROLES = Object.keys(ROLES) as AdministratorRole[];
type StaffKind = (typeof STAFF_KINDS)[number];

interface Props {
  member?: StaffMember;
  institutions: readonly Institution[];
  newest(id: string): Promise<StaffMember | undefined>;
  /** The person has just been made; the next thing is the link. */
  onSaved(id: string): void;
  onClose(): void;
}

interface Draft {
  login: string;
  name: string;
  kind: StaffKind;
  role: AdministratorRole;
  institutionId: string;
  post: Post;
}

export function StaffDialog({ member, institutions, newest, onSaved, onClose }: Props) {
  const { commands } = useOffice();
  const [id] = useState(() => member?.id ?? newId());
  const [draft, setDraft] = useState(() => draftOf(member));
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const { busy, problem, theirs, save } = useEdit<StaffMember>({
    read: member,
    newest: () => newest(id),
    onSaved: () => onSaved(id),
    send: (version) => {
      const [path, body] = member ? edited(id, version, draft) : made(id, draft);
      return commands.send("POST", path, body);
    },
  });
  const place = institutions.find((one) => one.id === draft.institutionId);
  return (
    <FormDialog
      name="staff"
      title={t(member ? "staff.edit" : "staff.new")}
      busy={busy}
      problem={theirs ? null : problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {!member && <NewOnly draft={draft} set={set} problem={problem} />}
      <Text
        name="name"
        label={t("person")}
        problem={problem}
        maxLength={64}
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      {draft.kind !== "administrator" && (
        <Select
          name="institutionId"
          label={t("institution")}
          fault={t("fault.institutionId")}
          problem={problem}
          required
          value={draft.institutionId}
          empty={t("choose")}
          options={namesOf(institutions)}
          onChange={(institutionId) => set({ institutionId })}
        />
      )}
      {draft.kind === "doctor" && (
        <PostFields
          post={draft.post}
          departments={place?.departments ?? []}
          problem={problem}
          onChange={(change) => set({ post: { ...draft.post, ...change } })}
        />
      )}
      {theirs && <Conflict differences={differencesOf(theirs, draft, institutions)} />}
    </FormDialog>
  );
}

interface NewProps {
  draft: Draft;
  set(change: Partial<Draft>): void;
  problem: ReturnType<typeof useEdit<StaffMember>>["problem"];
}

/** Login and kind are for good: what somebody did stays under one name and one role. */
function NewOnly({ draft, set, problem }: NewProps) {
  const language = i18n.language();
  return (
    <>
      <Select
        name="kind"
        label={t("kind")}
        problem={problem}
        value={draft.kind}
        options={STAFF_KINDS.map((kind) => [kind, KINDS[kind][language]] as const)}
        onChange={(kind) => set({ kind: kind as StaffKind })}
      />
      {draft.kind === "administrator" && (
        <Select
          name="role"
          label={t("role")}
          problem={problem}
          value={draft.role}
          options={ALL_ROLES.map((role) => [role, ROLES[role][language]] as const)}
          onChange={(role) => set({ role: role as AdministratorRole })}
        />
      )}
      <Field name="login" label={t("login")} fault={t("fault.login")} problem={problem}>
        <input
          name="login"
          required
          autoCapitalize="none"
          autoComplete="off"
          minLength={2}
          maxLength={64}
          pattern="[a-z0-9][a-z0-9._@\-]*"
          title={t("login.rule")}
          placeholder={t("login.rule")}
          value={draft.login}
          onChange={(event) => set({ login: event.target.value.toLowerCase() })}
        />
      </Field>
    </>
  );
}

function draftOf(member: StaffMember | undefined): Draft {
  const kind = STAFF_KINDS.find((one) => one === member?.kind) ?? "doctor";
  return {
    login: member?.login ?? "",
    name: member?.name ?? "",
    kind,
    role: member?.role ?? "security",
    institutionId: member?.institution?.id ?? "",
    post: member?.post ?? { title: "", department: "general" },
  };
}

function placeOf(draft: Draft): Pick<MakeStaff, "institutionId" | "post"> {
  if (draft.kind === "administrator") return {};
  const { institutionId } = draft;
  return draft.kind === "doctor" ? { institutionId, post: draft.post } : { institutionId };
}

const edited = (id: string, version: number, draft: Draft) =>
  [
    `/api/administration/staff/${id}`,
    { version, name: draft.name.trim(), ...placeOf(draft) },
  ] as const;

const made = (id: string, draft: Draft) =>
  ["/api/administration/staff", newStaff(id, draft)] as const;

function newStaff(id: string, draft: Draft): MakeStaff {
  return {
    id,
    login: draft.login.trim(),
    name: draft.name.trim(),
    kind: draft.kind,
    ...(draft.kind === "administrator" && { role: draft.role }),
    ...placeOf(draft),
  };
}

function differencesOf(theirs: StaffMember, mine: Draft, institutions: readonly Institution[]) {
  const post = theirs.post;
  const place = institutions.find(({ id }) => id === mine.institutionId)?.name ?? "";
  const text = (value: string | number | undefined) => String(value ?? "");
  return [
    { label: t("person"), theirs: theirs.name, mine: mine.name },
    { label: t("institution"), theirs: theirs.institution?.name ?? "", mine: place },
    { label: t("title"), theirs: text(post?.title), mine: post ? mine.post.title : "" },
    { label: t("licence"), theirs: text(post?.licence), mine: text(mine.post.licence) },
    {
      label: t("practisingSince"),
      theirs: text(post?.practisingSince),
      mine: text(mine.post.practisingSince),
    },
  ];
}
