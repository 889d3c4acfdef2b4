import {
  BellIcon,
  CloseIcon,
  DoctorIcon,
  LinkLostIcon,
  PhoneIcon,
} from "@wuduan/web-kit/icons.tsx";
import { detailOf, openConsultation } from "../core/screen.ts";
import { isConnected } from "../core/tv.ts";
import { doctorLine } from "../describe.ts";
import { Notice, Remark } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

const ICON = "1.5em";

/** Over everything: who calls, one key to answer, one to say that it is not convenient. */
export function Ring() {
  const { tv, say } = useTv();
  const doctor = detailOf(tv)?.doctor;
  const several = (tv.inbox?.patients.length ?? 0) > 1;
  return (
    <div className="ring">
      <span className="face" aria-hidden="true">
        <DoctorIcon size="1em" />
      </span>
      <h1 data-doctor={doctor?.name}>
        {doctor?.name ?? say("ringSomebody")} {say("ringTitle")} <BellIcon size="0.9em" />
      </h1>
      <p className="ring-post">{doctorLine(doctor)}</p>
      {several ? <p>{say("ringFor", { name: openConsultation(tv)?.patient.name ?? "" })}</p> : null}
      {detailOf(tv)?.requestedBy === "family" ? <p>{say("ringByFamily")}</p> : null}
      {isConnected(tv) ? null : (
        <Remark icon={<LinkLostIcon />} warn>
          {say("ringLost")}
        </Remark>
      )}
      <Notice />
      <nav className="keys">
        <Key id="answer" tone="answer" icon={<PhoneIcon size={ICON} />} hint={say("answerHint")} />
        <Key
          id="inconvenient"
          tone="danger"
          icon={<CloseIcon size={ICON} />}
          hint={say("inconvenientHint")}
        />
      </nav>
    </div>
  );
}
