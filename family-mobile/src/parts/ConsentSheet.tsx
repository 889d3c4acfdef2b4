import { useEffect, useState } from "react";
import type {
  ConsentDecision,
  ConsentText,
  ConsultationView,
  Problem,
} from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { i18n, t } from "../language.ts";
import { usePhone } from "../phone.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { Sheet } from "./Sheet.tsx";

/** The whole text, its version, and two equal answers: consent given for a parent. */
export function ConsentSheet(props: { view: ConsultationView; onClose(): void }) {
  const { view, onClose } = props;
  const { session, commands } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const consent = useConsentText(problem);
  const decide = async (text: ConsentText, decision: ConsentDecision) => {
    const { version: textVersion, language } = text;
    const body = { textVersion, language, decision, givenBy: "proxy" as const };
    if (await give(() => commands.consent(view.id, body))) onClose();
  };
  const { text } = consent;
  return (
    <Sheet name="consent" title={t("consent.title")} onClose={onClose}>
      <ProblemLine problem={problem ?? consent.problem} />
      {!text && !consent.problem && <p className="empty">{t("consent.loading")}</p>}
      {text && (
        <>
          <div className="consent-text" tabIndex={0}>
            <h3>{text.title}</h3>
            {text.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <p className="soft">
            {t("consent.read")} {t("consent.version", { version: text.version })}
          </p>
          <button
            type="button"
            className="button answer big"
            data-action="consent-agree"
            disabled={busy}
            onClick={() => void decide(text, "agreed")}
          >
            {t("consent.agree", { name: view.patient.name })}
          </button>
          <button
            type="button"
            className="button big"
            data-action="consent-refuse"
            disabled={busy}
            onClick={() => void decide(text, "refused")}
          >
            {t("consent.refuse")}
          </button>
        </>
      )}
    </Sheet>
  );
}

/** The text in force; asked anew when the hub says that the one shown is outdated. */
function useConsentText(refused: Problem | null) {
  const { commands } = usePhone();
  const language = i18n.language();
  const outdated = refused?.type.endsWith(":consent-text-outdated") ?? false;
  const [shown, setShown] = useState<{ text: ConsentText | null; problem: Problem | null }>({
    text: null,
    problem: null,
  });
  useEffect(() => {
    let wanted = true;
    void commands.consentText(language).then((answer) => {
      if (!wanted) return;
      setShown(
        answer.ok ? { text: answer.value, problem: null } : { text: null, problem: answer.problem },
      );
    });
    return () => {
      wanted = false;
    };
  }, [commands, language, outdated]);
  return shown;
}
