import type { OperationsPart } from "@wuduan/contract/messages.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { i18n } from "../language.ts";
import { BridgeDrain } from "./BridgeDrain.tsx";
import { shortId } from "./status.ts";
import { t } from "./words.ts";

interface Props {
  name: string;
  parts: readonly OperationsPart[];
  mayDrain: boolean;
  onChanged(): void;
}

/** Parts one under the other: mark, name, state, since when, and why. */
export function PartList({ name, parts, mayDrain, onChanged }: Props) {
  return (
    <ul className="ops-parts" data-list={name}>
      {parts.map((part) => (
        <li
          key={`${part.kind}/${part.name}`}
          className={`ops-part ops-${part.state}`}
          data-part={`${part.kind}/${part.name}`}
          data-state={part.state}
        >
          <Mark state={part.state} />
          <div className="ops-words">
            <strong>{t(`kind.${part.kind}`, { name: shortId(part.name) })}</strong>{" "}
            <span className="ops-state">{t(`state.${part.state}`)}</span>
            {part.since && (
              <span className="soft ops-since">
                {" "}
                {t("since", { time: dayAndTime(part.since, i18n.language()) })}
              </span>
            )}
            {part.why && <p className="ops-why">{t(`why.${part.why}`)}</p>}
            <Details part={part} />
          </div>
          {mayDrain && part.kind === "bridge" && <BridgeDrain part={part} onChanged={onChanged} />}
        </li>
      ))}
    </ul>
  );
}

const MIB_OF_A_GIB = 1024;

function Details({ part }: { part: OperationsPart }) {
  const words = [
    part.institution,
    part.calls === undefined ? undefined : t("detail.calls", { count: String(part.calls) }),
    part.freeMib === undefined
      ? undefined
      : t("detail.free", { gib: (part.freeMib / MIB_OF_A_GIB).toFixed(1) }),
    part.waiting ? t("detail.waiting", { count: String(part.waiting) }) : undefined,
  ].filter((word) => word !== undefined);
  return words.length === 0 ? null : <small>{words.join(" · ")}</small>;
}

/** A shape for each state, beside its word and colour. */
function Mark({ state }: { state: OperationsPart["state"] }) {
  return (
    <svg className="ops-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[state]} />
    </svg>
  );
}

const SHAPES: Readonly<Record<OperationsPart["state"], string>> = {
  ill: "M12 3 22 20H2zM12 9v5m0 2.5v.5",
  draining: "M12 4v11m-5-5 5 5 5-5M5 20h14",
  unknown: "M8 9a4 4 0 1 1 5.5 3.7c-1 .5-1.5 1.2-1.5 2.3m0 4v.5",
  away: "M5 12h14",
  well: "m5 13 4.5 4.5L19 7",
};
