import { useCallback, useState, type FormEvent } from "react";
import type { ChildList, FamilyRight } from "@wuduan/contract/messages.ts";
import { grouped, newCode } from "@wuduan/contract/codes.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { Buttons, Dialog, TextField, useLoaded, Whole } from "./parts.tsx";
import type { RegisteredPatient } from "./PatientForm.tsx";
import { RIGHTS, t } from "./words.ts";

type Known = ChildList["children"][number];

/** Who is bound to a patient, what they may do and until when; the clinic grants, changes and ends it. */
export function Children({ patient }: { patient: RegisteredPatient }) {
  const { commands } = useOffice();
  const list = useLoaded(useCallback(() => commands.children(patient.id), [commands, patient.id]));
  const [open, setOpen] = useState<Known | "invite">();
  const [ending, setEnding] = useState<Known>();
  const again = () => void list.again();
  return (
    <section className="children" aria-label={t("children")}>
      <header className="page-head">
        <h4>{t("children")}</h4>
        <button
          type="button"
          className="button quiet"
          data-action="invite-child"
          onClick={() => setOpen("invite")}
        >
          {t("inviteChild")}
        </button>
      </header>
      <Whole of={list}>
        {({ children }) =>
          children.length === 0 ? (
            <p className="soft">{t("noChildren")}</p>
          ) : (
            <ul>
              {children.map((known) => (
                <ChildLine
                  key={known.child.accountId}
                  known={known}
                  onChange={() => setOpen(known)}
                  onEnd={() => setEnding(known)}
                />
              ))}
            </ul>
          )
        }
      </Whole>
      {open && (
        <RightsForm
          patient={patient}
          {...(open !== "invite" && { known: open })}
          onDone={again}
          onClose={() => setOpen(undefined)}
        />
      )}
      {ending && (
        <EndForm
          patient={patient}
          known={ending}
          onDone={again}
          onClose={() => setEnding(undefined)}
        />
      )}
    </section>
  );
}

interface LineProps {
  known: Known;
  onChange(): void;
  onEnd(): void;
}

function ChildLine({ known, onChange, onEnd }: LineProps) {
  return (
    <li data-child={known.child.accountId}>
      <span>
        <strong>{known.child.name}</strong> {known.child.relation} · {rightsOf(known)}
        {known.child.until && ` · ${t("untilShort", { date: dayOf(known.child.until) })}`}
        {known.proof && <small> · {known.proof}</small>}
      </span>
      <button type="button" className="button quiet" data-action="change-rights" onClick={onChange}>
        {t("changeRights")}
      </button>
      <button type="button" className="button quiet" data-action="end-binding" onClick={onEnd}>
        {t("endBinding")}
      </button>
    </li>
  );
}

interface RightsProps {
  patient: RegisteredPatient;
  /** Absent: a code for somebody who is not bound yet. */
  known?: Known;
  onDone(): void;
  onClose(): void;
}

function RightsForm({ patient, known, onDone, onClose }: RightsProps) {
  const { session, commands } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [rights, setRights] = useState<readonly FamilyRight[]>(
    known?.child.rights ?? ["see_vitals", "take_part"],
  );
  const [until, setUntil] = useState(known?.child.until ? dayOf(known.child.until) : "");
  const [proof, setProof] = useState(known?.proof ?? "");
  const [code] = useState(newCode);
  const [made, setMade] = useState(false);
  const isProxy = rights.includes("proxy_consent");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const grant = {
      rights: [...rights],
      ...(until && { until: endOf(until) }),
      ...(isProxy && { proof }),
    };
    const done = await give(() =>
      known
        ? commands.grantRights(patient.id, known.child.accountId, grant)
        : commands.makeBindingCode({ ...grant, code, patientId: patient.id }),
    );
    if (!done) return;
    onDone();
    if (known) onClose();
    else setMade(true);
  };
  const title = `${known ? t("changeRights") : t("inviteChild")} · ${known?.child.name ?? patient.name}`;
  if (made) return <MadeCode title={title} code={code} onClose={onClose} />;
  return (
    <Dialog name="rights-form" title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <RightBoxes rights={rights} onChange={setRights} />
        {isProxy && (
          <TextField
            label={t("proof")}
            name="proof"
            hint={t("proofNeeded")}
            value={proof}
            onText={setProof}
            input={{ required: true, maxLength: 200 }}
          />
        )}
        <TextField
          label={t("until")}
          name="until"
          value={until}
          onText={setUntil}
          input={{ type: "date" }}
        />
        <ProblemLine problem={problem} language={i18n.language()} />
        <Buttons busy={busy} {...(!known && { submit: t("makeCode") })} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function MadeCode({ title, code, onClose }: { title: string; code: string; onClose(): void }) {
  return (
    <Dialog name="binding-code" title={title} onClose={onClose}>
      <p>{t("inviteText")}</p>
      <p className="code" data-label="binding-code">
        {grouped(code)}
      </p>
    </Dialog>
  );
}

function RightBoxes({
  rights,
  onChange,
}: {
  rights: readonly FamilyRight[];
  onChange(next: readonly FamilyRight[]): void;
}) {
  return (
    <fieldset className="checks">
      <legend>{t("rights")}</legend>
      {(Object.keys(RIGHTS) as FamilyRight[]).map((right) => (
        <label key={right} className="check">
          <input
            type="checkbox"
            name={right}
            checked={rights.includes(right)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...rights, right] : rights.filter((one) => one !== right),
              )
            }
          />
          {RIGHTS[right][i18n.language()]}
        </label>
      ))}
    </fieldset>
  );
}

function EndForm({ patient, known, onDone, onClose }: Required<RightsProps>) {
  const { session, commands } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await give(() => commands.endBinding(patient.id, known.child.accountId)))) return;
    onDone();
    onClose();
  };
  return (
    <Dialog name="end-binding" title={t("endBinding")} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <p>{t("endBindingText", { name: known.child.name, patient: patient.name })}</p>
        <ProblemLine problem={problem} language={i18n.language()} />
        <Buttons busy={busy} submit={t("endBinding")} danger onClose={onClose} />
      </form>
    </Dialog>
  );
}

const rightsOf = (known: Known): string =>
  known.child.rights
    .map((right) => RIGHTS[right][i18n.language()])
    .join(i18n.language() === "en" ? ", " : "、");

/** The day on which a right ends, where the clerk sits. */
function dayOf(instant: string): string {
  const at = new Date(instant);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** A right holds through its last day. */
const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString();
