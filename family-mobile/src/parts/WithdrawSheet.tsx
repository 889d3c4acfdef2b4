import type { ConsultationView } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { t } from "../language.ts";
import { usePhone } from "../phone.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { Sheet } from "./Sheet.tsx";

/** Consent taken back for a parent, in the middle of the talk: to go on is offered first. */
export function WithdrawSheet({ view, onClose }: { view: ConsultationView; onClose(): void }) {
  const { session, commands } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const withdraw = async () => {
    if (await give(() => commands.withdrawConsent(view.id))) onClose();
  };
  return (
    <Sheet
      name="withdraw-consent"
      title={t("withdraw.ask", { name: view.patient.name })}
      onClose={onClose}
    >
      <p className="notice caution" role="alert">
        {t("withdraw.text")}
      </p>
      <ProblemLine problem={problem} />
      <button type="button" className="button big" data-action="keep-consent" onClick={onClose}>
        {t("withdraw.no")}
      </button>
      <button
        type="button"
        className="button danger big"
        data-action="withdraw-consent-really"
        disabled={busy}
        onClick={() => void withdraw()}
      >
        {t("withdraw.yes")}
      </button>
    </Sheet>
  );
}
