import { WarningIcon } from "@wuduan/web-kit/icons.tsx";
import { Notice } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

interface AskProps {
  readonly question: "hangUpAsk" | "cancelAsk" | "refuseAsk";
  readonly really: "hang-up-really" | "cancel-really" | "refuse-really";
}

/** The second step of what can't be undone; the harmless answer comes first and has the focus. */
export function Ask({ question, really }: AskProps) {
  const { say } = useTv();
  return (
    <div className="ask" role="dialog" data-dialog={really} aria-label={say(question)}>
      <WarningIcon size="2.5em" />
      <p className="question">{say(question)}</p>
      <Notice />
      <nav className="keys">
        <Key id="stay" tone="primary" />
        <Key id={really} tone="danger" />
      </nav>
    </div>
  );
}
