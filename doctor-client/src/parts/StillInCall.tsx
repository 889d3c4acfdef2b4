import type { DoctorInbox } from "@wuduan/contract/messages.ts";
import { MicIcon } from "@wuduan/web-kit/icons.tsx";
import { t } from "../language.ts";

interface Props {
  inbox: DoctorInbox;
  /** The consultation whose call goes on unseen. */
  room: string;
  onBack(): void;
}

/** Over another case: the patient of the call still hears what is said here about somebody else. */
export function StillInCall({ inbox, room, onBack }: Props) {
  const patient = inbox.current.find(({ consultationId }) => consultationId === room)?.patient;
  return (
    <p className="still-in-call" role="status" data-state="still-in-call" data-consultation={room}>
      <MicIcon /> {t("call.still", { name: patient?.name ?? "" })}
      <button type="button" className="button small" data-action="back-to-call" onClick={onBack}>
        {t("call.back")}
      </button>
    </p>
  );
}
