import { WarningIcon } from "@wuduan/web-kit/icons.tsx";
import type { ReactNode } from "react";
import { Notice } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

interface AskProps {
  readonly question:
    | "hangUpAsk"
    | "withdrawAsk"
    | "cancelAsk"
    | "refuseAsk"
    | "unbindAsk"
    | "resetAsk"
    | "removeAsk";
  readonly really:
    | "hang-up-really"
    | "withdraw-really"
    | "cancel-really"
    | "refuse-really"
    | "unbind-really"
    | "reset-really"
    | "remove-really";
  /** What stands in the braces of the question. */
  readonly about?: Record<string, string>;
  /** A key beside the two answers. */
  readonly children?: ReactNode;
}

/** The second step of what can't be undone; the harmless answer comes first and has the focus. */
export function Ask({ question, really, about = {}, children }: AskProps) {
  const { say } = useTv();
  return (
    <div className="ask" role="dialog" data-dialog={really} aria-label={say(question, about)}>
      <WarningIcon size="2.5em" />
      <p className="question">{say(question, about)}</p>
      <Notice />
      <nav className="keys">
        <Key id="stay" tone="primary" />
        <Key id={really} tone="danger" />
        {children}
      </nav>
    </div>
  );
}
