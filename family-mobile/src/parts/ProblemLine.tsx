import type { Problem } from "@wuduan/contract/messages.ts";
import { problemSentence } from "@wuduan/web-kit/problems.ts";
import { i18n } from "../language.ts";

/** A refusal as one plain sentence. */
export function ProblemLine({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <p className="problem" role="alert" data-problem={problem.type.replace(/^.*:/, "")}>
      {problemSentence(problem, i18n.language())}
    </p>
  );
}
