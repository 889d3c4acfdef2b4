import { remember } from "./ends.ts";
import { withdrawnId } from "./said.ts";
import { openConsultation } from "./screen.ts";
import { isConnected, type Step, type Tv } from "./tv.ts";

const stay = (tv: Tv): Step => ({ tv, effects: [] });

export function giveConsent(tv: Tv, decision: "agreed" | "refused"): Step {
  const id = openConsultation(tv)?.id;
  const text = tv.consentText;
  if (id === undefined || tv.pending !== undefined) return stay(tv);
  if (!isConnected(tv) || typeof text !== "object") {
    return stay({ ...tv, notice: { kind: "not-connected" } });
  }
  const effect = { do: "consent", id, decision, text } as const;
  return { tv: { ...tv, pending: "consent" }, effects: [effect] };
}

/** For good: camera and microphone end at once, also without a network, and the hub is told until it knows. */
export function withdrawConsent(tv: Tv): Step {
  const id = openConsultation(tv)?.id;
  return id === undefined ? stay(tv) : remember({ ...tv, dialog: undefined }, withdrawnId(id));
}
