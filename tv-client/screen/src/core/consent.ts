import { remember } from "./ends.ts";
import { withdrawnId } from "./said.ts";
import { openConsultation } from "./screen.ts";
import { isConnected, languageOf, type Step, type Tv } from "./tv.ts";

const stay = (tv: Tv): Step => ({ tv, effects: [] });

/** To agree somebody must have the text in sight; to refuse nobody has to wait for it. */
export function giveConsent(tv: Tv, decision: "agreed" | "refused"): Step {
  const id = openConsultation(tv)?.id;
  const text = typeof tv.consentText === "object" ? tv.consentText : undefined;
  if (id === undefined || tv.pending !== undefined) return stay(tv);
  if (!isConnected(tv)) return stay({ ...tv, notice: { kind: "not-connected" } });
  if (text === undefined && decision === "agreed") return stay(tv);
  const language = text?.language ?? languageOf(tv);
  const effect = { do: "consent", id, decision, language, textVersion: text?.version } as const;
  return { tv: { ...tv, pending: "consent" }, effects: [effect] };
}

/** For good: camera and microphone end at once, also without a network, and the hub is told until it knows. */
export function withdrawConsent(tv: Tv): Step {
  const id = openConsultation(tv)?.id;
  return id === undefined ? stay(tv) : remember({ ...tv, dialog: undefined }, withdrawnId(id));
}
