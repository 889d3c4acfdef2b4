import type { Language } from "@wuduan/contract/messages.ts";
import { NO_VALUE } from "../quantity.ts";
import { PULSE } from "../words.ts";
import type { Figure } from "./figures.ts";

/** The numbers of one reading, large: "142/86"; a dash where there is none. */
export function Numbers({ figures }: { figures: Figure[] }) {
  const main = figures.filter(({ name }) => name !== "pulse");
  return (
    <b className="numbers">
      {main.length === 0 && NO_VALUE}
      {main.map((figure, i) => (
        <span key={figure.name}>
          {i > 0 && "/"}
          <span data-vital={figure.name}>{figure.text}</span>
        </span>
      ))}
    </b>
  );
}

/** The pulse that came with them, small. */
export function PulseNote({ figures, language }: { figures: Figure[]; language: Language }) {
  const pulse = figures.find(({ name }) => name === "pulse");
  if (!pulse) return null;
  return (
    <span>
      {PULSE[language]} <span data-vital="pulse">{pulse.text}</span>
    </span>
  );
}
