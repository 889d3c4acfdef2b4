import type { Problem } from "@wuduan/contract/messages.ts";
import { ProblemLine as Line } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { i18n } from "../language.ts";

export function ProblemLine({ problem }: { problem: Problem | null }) {
  return <Line problem={problem} language={i18n.language()} />;
}
