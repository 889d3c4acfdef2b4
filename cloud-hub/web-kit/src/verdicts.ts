import type { SignedDocument } from "@wuduan/contract/messages.ts";

/** What a verdict is made of, in the order in which it is told. */
export const VERDICT_PARTS = ["content", "chain", "signature", "key"] as const;

export const holds = ({ verdict }: SignedDocument["versions"][number]): boolean =>
  VERDICT_PARTS.every((part) => verdict[part]);

/** Whether every version is there and holds: only then is anything said to be valid. */
export const isWhole = ({ complete, versions }: SignedDocument): boolean =>
  complete && versions.length > 0 && versions.every(holds);
