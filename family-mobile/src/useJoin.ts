import { useCallback, useState } from "react";
import { startCall } from "@wuduan/call-web/call.ts";
import { openCamera } from "@wuduan/call-web/media.ts";
import type { ConsultationView, Problem } from "@wuduan/contract/messages.ts";
import { endsSession } from "@wuduan/web-kit/browser/session.ts";
import { isSeated } from "@wuduan/web-kit/browser/useCallSession.ts";
import type { Joining } from "./family.ts";
import { usePhone } from "./phone.tsx";

/** The button into the call: what it does, and why the hub refused it the last time. */
export interface Join {
  problem: Problem | null;
  ask(view: ConsultationView): void;
}

/** One tap into the call: the screen changes at once, the hub's answer follows. `view` is the newest view. */
export function useJoin(view: ConsultationView | undefined): {
  join: Join;
  joining: Joining | null;
} {
  const { live, session } = usePhone();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [joining, setJoining] = useState<Joining | null>(null);
  if (view && joining?.consultationId === view.id && !joining.wasSeated && isSeated(view)) {
    setJoining({ ...joining, wasSeated: true });
  }
  const ask = useCallback(
    ({ id, call }: ConsultationView) => {
      if (!call) return;
      const started = startCall({
        live,
        callId: call.id,
        openMedia: () => openCamera(),
        onRefused: (refusal) => {
          if (endsSession(refusal)) session.expire();
          setProblem(refusal);
          setJoining(null);
        },
      });
      started.update(call);
      setProblem(null);
      const cancel = () => {
        started.close();
        setJoining(null);
      };
      setJoining({ consultationId: id, call: started, wasSeated: false, cancel });
    },
    [live, session],
  );
  return { join: { problem, ask }, joining };
}
