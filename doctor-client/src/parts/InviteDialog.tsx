import { useState } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type {
  ConsultationView,
  Doctor,
  LatestVitals,
  Problem,
  RemoteInvitation,
} from "@wuduan/contract/messages.ts";
import { endsSession } from "@wuduan/web-kit/browser/session.ts";
import { alreadyAsked, namesOf } from "../consultation.ts";
import { useDesk } from "../desk.tsx";
import { i18n, t } from "../language.ts";
import { FIELDS, prefilled, readFields, writeFields, forgetFields } from "../invitation.ts";
import { Dialog } from "./Dialog.tsx";
import { DoctorPicker } from "./DoctorPicker.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import type { Duty } from "./DutyBoard.tsx";

interface Props {
  view: ConsultationView;
  vitals: LatestVitals;
  duty: Duty;
  onClose(): void;
}

/** 请上级: who is asked, and the one page that they will read. Several doctors are rung at once. */
export function InviteDialog({ view, vitals, duty, onClose }: Props) {
  const { drafts } = useDesk();
  const [chosen, setChosen] = useState<Doctor[]>([]);
  const [fields, setFields] = useState(
    () => readFields(drafts, view.id) ?? prefilled(view, vitals, i18n.language()),
  );
  const change = (field: keyof RemoteInvitation, text: string) => {
    const next = { ...fields, [field]: text };
    setFields(next);
    writeFields(drafts, view.id, next);
  };
  const specialtyOf = (doctors: Doctor[]) =>
    prefilled(view, vitals, i18n.language(), doctors).specialty;
  const choose = (doctors: Doctor[]) => {
    setChosen(doctors);
    // What the doctor has typed is not overwritten by what the choice suggests.
    const typed = fields.specialty !== "" && fields.specialty !== specialtyOf(chosen);
    if (!typed) change("specialty", specialtyOf(doctors));
  };
  const done = () => {
    forgetFields(drafts, view.id);
    onClose();
  };
  const left = (doctors: Doctor[]) => {
    setChosen(doctors);
    // The usual refusal is that somebody went off duty: the list is older than the hub's.
    duty.refresh();
  };
  const [agreement, setAgreement] = useState("");
  const sending = useInviting({ view, fields, agreement, onDone: done, onLeft: left });
  const ready = chosen.filter(({ id }) => duty.doctors?.some((doctor) => doctor.id === id));
  return (
    <Dialog name="invite" title={t("invite.title")} patient={view.patient} onClose={onClose} wide>
      <form
        className="dialog-body invite"
        onSubmit={(event) => {
          event.preventDefault();
          void sending.send(ready);
        }}
      >
        <DoctorPicker
          duty={duty}
          asked={alreadyAsked(view.invitations)}
          chosen={ready}
          onChoose={choose}
        />
        <InvitationForm fields={fields} onChange={change} />
        <label className="field" data-field="agreement">
          <span>{t("invitation.agreement")}</span>
          <input
            name="agreement"
            maxLength={200}
            value={agreement}
            onChange={(event) => setAgreement(event.target.value)}
          />
        </label>
        <InviteFoot sending={sending} count={ready.length} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function InviteFoot(props: {
  sending: ReturnType<typeof useInviting>;
  count: number;
  onClose(): void;
}) {
  const { sending, count } = props;
  const word = count === 0 ? t("invite.submitNone") : t("invite.submit", { count });
  return (
    <footer className="dialog-foot invite-foot">
      <Outcomes rung={sending.rung} refusals={sending.refusals} />
      <button type="button" className="button" data-action="close" onClick={props.onClose}>
        {t("common.cancel")}
      </button>
      <button
        className="button primary"
        data-action="invite"
        disabled={sending.busy || count === 0}
      >
        {sending.busy ? t("common.sending") : word}
      </button>
    </footer>
  );
}

/** After a refusal: who is rung all the same, and why each of the others is not. */
function Outcomes({ rung, refusals }: { rung: Doctor[]; refusals: Refusal[] }) {
  if (refusals.length === 0) return null;
  const names = namesOf(rung, i18n.language());
  return (
    <ul className="invite-outcomes">
      {rung.length > 0 && (
        <li className="soft" data-outcome="rung">
          {t("invite.rung", { names })}
        </li>
      )}
      {refusals.map(({ doctor, problem }) => (
        <li key={doctor.id} data-outcome="refused" data-doctor={doctor.id}>
          {t("invite.refused", { name: doctor.name })} <ProblemLine problem={problem} />
        </li>
      ))}
    </ul>
  );
}

function InvitationForm(props: {
  fields: RemoteInvitation;
  onChange(field: keyof RemoteInvitation, text: string): void;
}) {
  return (
    <fieldset className="invite-fields">
      <legend>
        {t("invite.fields")} <small>{t("invite.autofill")}</small>
      </legend>
      {FIELDS.map(({ name, lengthMax, rows }) => (
        <label key={name} className="field" data-field={name}>
          <span>{t(`invitation.${name}`)}</span>
          {rows > 1 ? (
            <textarea
              name={name}
              rows={rows}
              required
              maxLength={lengthMax}
              value={props.fields[name]}
              onChange={(event) => props.onChange(name, event.target.value)}
            />
          ) : (
            <input
              name={name}
              required
              maxLength={lengthMax}
              value={props.fields[name]}
              onChange={(event) => props.onChange(name, event.target.value)}
            />
          )}
        </label>
      ))}
    </fieldset>
  );
}

interface Refusal {
  doctor: Doctor;
  problem: Problem;
}

interface Inviting {
  view: ConsultationView;
  fields: RemoteInvitation;
  /** Of two institutions without a common consortium; empty for none. */
  agreement: string;
  onDone(): void;
  /** Doctors that could not be rung stay chosen, so that a second press asks only them. */
  onLeft(doctors: Doctor[]): void;
}

const NOTHING_SENT = { busy: false, rung: [] as Doctor[], refusals: [] as Refusal[] };

function useInviting({ view, fields, agreement, onDone, onLeft }: Inviting) {
  const { session, commands } = useDesk();
  const [state, setState] = useState(NOTHING_SENT);
  const send = async (doctors: Doctor[]) => {
    if (state.busy || doctors.length === 0) return;
    setState({ ...NOTHING_SENT, busy: true });
    const answers = await Promise.all(
      doctors.map(async (doctor) => {
        const named = agreement.trim();
        const body = {
          id: newId(),
          doctorId: doctor.id,
          invitation: fields,
          ...(named && { agreement: named }),
        };
        const answer = await commands.invite(view.id, body);
        return { doctor, problem: answer.ok ? null : answer.problem };
      }),
    );
    const rung = answers.filter(({ problem }) => !problem).map(({ doctor }) => doctor);
    const refusals = answers.flatMap(({ doctor, problem }) =>
      problem ? [{ doctor, problem }] : [],
    );
    if (refusals.length === 0) return onDone();
    if (refusals.some(({ problem }) => endsSession(problem))) session.expire();
    onLeft(refusals.map(({ doctor }) => doctor));
    setState({ busy: false, rung, refusals });
  };
  return { ...state, send };
}
