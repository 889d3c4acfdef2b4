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
import { alreadyAsked } from "../consultation.ts";
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
  const sending = useInviting({ view, fields, onDone: done, onLeft: setChosen });
  const complete = FIELDS.every(({ name }) => fields[name].trim() !== "");
  return (
    <Dialog name="invite" title={t("invite.title")} patient={view.patient} onClose={onClose} wide>
      <form
        className="dialog-body invite"
        onSubmit={(event) => {
          event.preventDefault();
          void sending.send(chosen);
        }}
      >
        <DoctorPicker
          duty={duty}
          asked={alreadyAsked(view.invitations)}
          chosen={chosen}
          onChoose={choose}
        />
        <InvitationForm fields={fields} onChange={change} />
        <InviteFoot sending={sending} count={chosen.length} complete={complete} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function InviteFoot(props: {
  sending: ReturnType<typeof useInviting>;
  count: number;
  complete: boolean;
  onClose(): void;
}) {
  const { sending, count } = props;
  const word = count === 0 ? t("invite.submitNone") : t("invite.submit", { count });
  return (
    <footer className="dialog-foot invite-foot">
      {sending.done > 0 && sending.problem && (
        <p className="soft">{t("invite.sentSome", { done: sending.done })}</p>
      )}
      <ProblemLine problem={sending.problem} />
      <button type="button" className="button" data-action="close" onClick={props.onClose}>
        {t("common.cancel")}
      </button>
      <button
        className="button primary"
        data-action="invite"
        disabled={sending.busy || count === 0 || !props.complete}
      >
        {sending.busy ? t("common.sending") : word}
      </button>
    </footer>
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

interface Inviting {
  view: ConsultationView;
  fields: RemoteInvitation;
  onDone(): void;
  /** Doctors that could not be rung stay chosen, so that a second press asks only them. */
  onLeft(doctors: Doctor[]): void;
}

function useInviting({ view, fields, onDone, onLeft }: Inviting) {
  const { session, commands } = useDesk();
  const [state, setState] = useState({ busy: false, done: 0, problem: null as Problem | null });
  const send = async (doctors: Doctor[]) => {
    if (state.busy) return;
    setState({ busy: true, done: 0, problem: null });
    const answers = await Promise.all(
      doctors.map((doctor) =>
        commands.invite(view.id, { id: newId(), doctorId: doctor.id, invitation: fields }),
      ),
    );
    const left = doctors.filter((_doctor, i) => !answers[i]?.ok);
    const refused = answers.find((answer) => !answer.ok);
    if (!refused || refused.ok) return onDone();
    if (endsSession(refused.problem)) session.expire();
    onLeft(left);
    setState({ busy: false, done: doctors.length - left.length, problem: refused.problem });
  };
  return { ...state, send };
}
