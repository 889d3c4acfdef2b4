import type { Id } from "@wuduan/contract/messages.ts";
import { hasUnderstood, hasWithdrawn } from "./said.ts";
import { openConsultation } from "./screen.ts";
import { isConnected, type Effect, type Step, type Tv } from "./tv.ts";

/** What was said is told again after this time as long as no view of the hub shows it. In milliseconds. */
export const TOLD_AGAIN_MILLIS = 15_000;

type Told = Extract<Effect, { do: "withdraw-consent" | "confirm-understanding" }>;

/** What was said by key here and the hub does not show yet. */
function untold(tv: Tv): Told | undefined {
  const open = openConsultation(tv);
  if (open?.state === "live" && hasWithdrawn(tv, open.id)) {
    return { do: "withdraw-consent", id: open.id };
  }
  const summary = tv.inbox?.summaries.find(
    ({ consultationId, understood }) =>
      understood === undefined && hasUnderstood(tv, consultationId),
  );
  return summary && { do: "confirm-understanding", id: summary.consultationId };
}

/** Tells the hub until it has it: at once where it can be reached, else as soon as the link is back. */
export function tell(tv: Tv): Step {
  const effect = isConnected(tv) ? untold(tv) : undefined;
  if (effect === undefined || isUnderWay(tv, effect.id)) return { tv, effects: [] };
  return { tv: { ...tv, told: { id: effect.id, at: tv.now } }, effects: [effect] };
}

/** A clock that was set back holds nothing up. */
function isUnderWay({ told, now }: Tv, id: Id): boolean {
  return told?.id === id && now >= told.at && now - told.at < TOLD_AGAIN_MILLIS;
}
