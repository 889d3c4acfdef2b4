import type { Language, Problem } from "@wuduan/contract/messages.ts";
import { problemSentence } from "../problems.ts";

interface Props {
  problem: Problem | null | undefined;
  language: Language;
}

/** A refusal as one plain sentence, said aloud by readers. */
export function ProblemLine({ problem, language }: Props) {
  if (!problem) return null;
  return (
    <p
      className="problem"
      role="alert"
      data-problem={problem.type.replace(/^.*:/, "")}
      data-rule={problem.rule}
    >
      {problemSentence(problem, language)}
    </p>
  );
}
