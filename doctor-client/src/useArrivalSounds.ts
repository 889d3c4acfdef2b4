import { useEffect, useRef, useState } from "react";
import type { DoctorInbox } from "@wuduan/contract/messages.ts";
import { onTouch } from "@wuduan/web-kit/browser/hooks.tsx";
import { newcomers } from "./consultation.ts";
import { sounds } from "./sounds.ts";

/**
 * Rings while an invitation waits and chimes once for each new request. True when the browser keeps the
 * ring silent until somebody touches the page.
 */
export function useArrivalSounds(inbox: DoctorInbox): boolean {
  const seen = useRef<Set<string> | null>(null);
  const [blocked, setBlocked] = useState(false);
  const ringing = inbox.invitations.length > 0;
  useEffect(() => sounds.onState((state) => setBlocked(state === "blocked")), []);
  useEffect(() => {
    if (!ringing) return undefined;
    sounds.startRing();
    // Begun anew by a press, the ring is allowed to sound.
    const stop = onTouch(() => {
      stop();
      sounds.stopRing();
      sounds.startRing();
    });
    return () => {
      stop();
      sounds.stopRing();
    };
  }, [ringing]);
  useEffect(() => {
    const before = seen.current;
    const fresh = newcomers(before ?? new Set(), inbox);
    seen.current = new Set([...(before ?? []), ...fresh]);
    // What was there when the page opened is no news.
    const arrived = inbox.waiting.some(({ consultationId }) => fresh.includes(consultationId));
    if (before && arrived && inbox.onDuty) sounds.joined();
  }, [inbox]);
  return blocked && ringing;
}
