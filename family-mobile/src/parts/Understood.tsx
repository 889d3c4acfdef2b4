import type { Summary } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { i18n, t } from "../language.ts";
import { usePhone } from "../phone.tsx";
import { ProblemLine } from "./ProblemLine.tsx";

interface Props {
  summary: Summary;
  /** Whether this person may say it for the parent. */
  maySay: boolean;
}

/** Whether the parent has understood the doctor's words; who may sign for the parent may say so too. */
export function Understood({ summary, maySay }: Props) {
  const { session, commands } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const { understood, consultationId, patient } = summary;
  if (understood) {
    const time = dayAndTime(understood.at, i18n.language(), "long");
    return (
      <p className="soft" data-understood={understood.by}>
        {t(`understood.${understood.by}`, { name: patient.name, time })}
      </p>
    );
  }
  return (
    <>
      <p className="soft" data-understood="none">
        {t("understood.none", { name: patient.name })}
      </p>
      <ProblemLine problem={problem} />
      {maySay && (
        <button
          type="button"
          className="button"
          data-action="confirm-understanding"
          disabled={busy}
          onClick={() => void give(() => commands.confirmUnderstanding(consultationId))}
        >
          {t("understood.say", { name: patient.name })}
        </button>
      )}
    </>
  );
}
