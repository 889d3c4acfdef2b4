import { WarningIcon } from "@wuduan/web-kit/icons.tsx";
import { Notice } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

interface AskProps {
  readonly question: "hangUpAsk" | "cancelAsk" | "refuseAsk";
  readonly stay: "stayInCall" | "keepWaiting" | "reread";
  readonly really: "hang-up-really" | "cancel-really" | "refuse-really";
  readonly word: "hangUpReally" | "cancelReally" | "refuseReally";
}

/** The second step of what can't be undone; the harmless answer comes first and has the focus. */
export function Ask({ question, stay, really, word }: AskProps) {
  const { say } = useTv();
  return (
    <div className="ask" role="dialog" data-dialog={really} aria-label={say(question)}>
      <WarningIcon size="2.5em" />
      <p className="question">{say(question)}</p>
      <Notice />
      <nav className="keys">
        <Key id="stay" tone="primary">
          {say(stay)}
        </Key>
        <Key id={really} tone="danger">
          {say(word)}
        </Key>
      </nav>
    </div>
  );
}
