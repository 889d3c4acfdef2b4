import { useState } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type { DoctorInbox } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { useDesk } from "../desk.tsx";
import { t } from "../language.ts";
import { PatientLine } from "./PatientLine.tsx";
import { ProblemLine } from "./ProblemLine.tsx";

type Talk = DoctorInbox["followed"][number];

interface Props {
  followed: Talk[];
  onJoined(consultationId: string): void;
}

/** Patients whom this doctor follows (随转) and who talk to somebody else now; nothing rings. */
export function Followed({ followed, onJoined }: Props) {
  if (followed.length === 0) return null;
  return (
    <section className="side-section" aria-label={t("followed.title")} data-screen="followed">
      <h2 className="side-title">{t("followed.title")}</h2>
      <ul className="followed">
        {followed.map((talk) => (
          <FollowedTalk key={talk.consultationId} talk={talk} onJoined={onJoined} />
        ))}
      </ul>
    </section>
  );
}

function FollowedTalk({ talk, onJoined }: { talk: Talk } & Pick<Props, "onJoined">) {
  const { session, commands } = useDesk();
  const { busy, problem, give } = useCommand(session);
  const [id] = useState(newId);
  const { consultationId, patient, doctor } = talk;
  const join = async () => {
    if (await give(() => commands.joinAsFollower(consultationId, { id }))) onJoined(consultationId);
  };
  return (
    <li data-consultation={consultationId}>
      <PatientLine patient={patient} />
      <p>{t("followed.with", { name: doctor.name, institution: doctor.institution })}</p>
      <button
        type="button"
        className="button answer small"
        data-action="join-as-follower"
        aria-label={t("followed.joinWho", { name: patient.name })}
        disabled={busy}
        onClick={() => void join()}
      >
        {t("followed.join")}
      </button>
      <ProblemLine problem={problem} />
    </li>
  );
}
