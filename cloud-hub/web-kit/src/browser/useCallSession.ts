import { useEffect, useMemo, useState } from "react";
import { startCall, type CallSession } from "@wuduan/call-web/call.ts";
import { openCamera } from "@wuduan/call-web/media.ts";
import type { Live } from "@wuduan/contract/live.ts";
import type { Call, ConsultationView } from "@wuduan/contract/messages.ts";

/**
 * One call session for as long as the component lives; each newer view is handed to it.
 *
 * @param started a session that runs already, by the tap that joined; read once
 */
export function useCallSession(live: Live, call: Call, started?: CallSession): CallSession {
  const [first] = useState(started);
  const session = useMemo(
    () => first ?? startCall({ live, callId: call.id, openMedia: () => openCamera() }),
    [live, call.id, first],
  );
  useEffect(() => () => session.close(), [session]);
  useEffect(() => session.update(call), [session, call]);
  return session;
}

/** True while this viewer has a place in a running call and has not left it. */
export function isSeated({ state, call }: Pick<ConsultationView, "state" | "call">): boolean {
  const seat = call?.seats.find(({ id }) => id === call.mySeatId);
  return state === "live" && seat !== undefined && seat.presence !== "left";
}
