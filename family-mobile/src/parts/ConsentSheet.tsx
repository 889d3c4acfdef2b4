import { useEffect, useState, type ReactNode } from "react";
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
  const { text } = consent;
  const decide = async (decision: ConsentDecision) => {
    const read = text
      ? { textVersion: text.version, language: text.language }
      : { language: i18n.language() };
    const body = { ...read, decision, givenBy: "proxy" as const };
    if (await give(() => commands.consent(view.id, body))) onClose();
  };
  return (
    <Sheet name="consent" title={t("consent.title")} onClose={onClose}>
      <ProblemLine problem={problem ?? consent.problem} />
      {!text && !consent.problem && <p className="empty">{t("consent.loading")}</p>}
      {!text && consent.problem && (
        <button type="button" className="button big" data-action="again" onClick={consent.again}>
          {t("consent.again")}
        </button>
      )}
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
        </>
      )}
      <Answers
        name={view.patient.name}
        read={text !== null}
        busy={busy}
        onDecide={(decision) => void decide(decision)}
      />
    </Sheet>
  );
}

interface AnswersProps {
  name: string;
  /** Whether the text is in sight: nobody agrees to what isn't there, but who refuses need not wait. */
  read: boolean;
  busy: boolean;
  onDecide(decision: ConsentDecision): void;
}

/** Refusing ends the consultation for everybody: as on the television it takes two steps. */
function Answers({ name, read, busy, onDecide }: AnswersProps) {
  const [refusing, setRefusing] = useState(false);
  const agree = () => onDecide("agreed");
  if (!refusing)
    return (
      <>
        {read && (
          <Answer action="consent-agree" tone="answer" busy={busy} onGive={agree}>
            {t("consent.agree", { name })}
          </Answer>
        )}
        <Answer action="consent-refuse" busy={busy} onGive={() => setRefusing(true)}>
          {t("consent.refuse")}
        </Answer>
      </>
    );
  return (
    <>
      <p className="notice caution" role="alert">
        {t("consent.refuseAsk")}
      </p>
      <Answer action="consent-back" busy={busy} onGive={() => setRefusing(false)}>
        {t("consent.back")}
      </Answer>
      <Answer
        action="consent-refuse-really"
        tone="danger"
        busy={busy}
        onGive={() => onDecide("refused")}
      >
        {t("consent.refuseYes")}
      </Answer>
    </>
  );
}

interface AnswerProps {
  action: string;
  tone?: "answer" | "danger";
  busy: boolean;
  onGive(): void;
  children: ReactNode;
}

function Answer({ action, tone, busy, onGive, children }: AnswerProps) {
  return (
    <button
      type="button"
      className={`button big ${tone ?? ""}`}
      data-action={action}
      disabled={busy}
      onClick={onGive}
    >
      {children}
    </button>
  );
}

/** The text in force; asked anew when the hub says that the one shown is outdated. */
function useConsentText(refused: Problem | null) {
  const { commands } = usePhone();
  const language = i18n.language();
  const outdated = refused?.type.endsWith(":consent-text-outdated") ?? false;
  const [tries, setTries] = useState(0);
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
  }, [commands, language, outdated, tries]);
  return { ...shown, again: () => setTries(tries + 1) };
}
