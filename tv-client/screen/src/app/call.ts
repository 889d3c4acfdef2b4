import { startCall, type CallSession, type CallState } from "@wuduan/call-web/call.ts";
import { openCamera } from "@wuduan/call-web/media.ts";
import type { Live } from "@wuduan/contract/live.ts";
import type { Call } from "@wuduan/contract/messages.ts";
import { screenOf } from "../core/screen.ts";
import type { OwnMedia, Tv } from "../core/tv.ts";
import type { TvStore } from "./store.ts";

/** The media of the call that is on the screen; undefined outside of a call. */
export interface CallLine {
  session(): CallSession | undefined;
  subscribe(listener: () => void): () => void;
  /** Starts, feeds or ends the session, as the state asks for. */
  follow(store: TvStore): void;
}

export type StartCall = (callId: Call["id"]) => CallSession;

export function startCallOn(live: Live): StartCall {
  return (callId) => startCall({ live, callId, openMedia: () => openCamera() });
}

/** The call whose seat this screen should hold now. */
export function wantedCall(tv: Tv): Call | undefined {
  return screenOf(tv) === "call" ? tv.consultation?.call : undefined;
}

export function createCallLine(start: StartCall): CallLine {
  let running: { readonly callId: Call["id"]; readonly session: CallSession } | undefined;
  let given: Call | undefined;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };

  const end = (store: TvStore) => {
    running?.session.close();
    running = undefined;
    given = undefined;
    tell();
    store.send({ type: "media", media: undefined });
  };
  const begin = (call: Call, store: TvStore) => {
    const session = start(call.id);
    running = { callId: call.id, session };
    session.onChange(() => {
      const media = ownMedia(session.state());
      if (!isSame(store.state().media, media)) store.send({ type: "media", media });
      tell();
    });
    tell();
  };

  return {
    session: () => running?.session,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: (store) => {
      const call = wantedCall(store.state());
      if (running !== undefined && running.callId !== call?.id) end(store);
      if (call === undefined) return;
      if (running === undefined) begin(call, store);
      if (given === call) return;
      given = call;
      running?.session.update(call);
    },
  };
}

export function ownMedia(state: CallState): OwnMedia {
  const { local } = state;
  const opened = local !== null || state.mediaProblem !== undefined;
  const carries = (tracks: readonly MediaStreamTrack[]) =>
    tracks.some((track) => track.readyState === "live");
  return {
    phase: state.phase,
    micOn: state.micOn,
    cameraOn: state.cameraOn,
    sends: opened
      ? {
          sound: local !== null && carries(local.getAudioTracks()),
          picture: local !== null && carries(local.getVideoTracks()),
        }
      : undefined,
  };
}

function isSame(one: OwnMedia | undefined, other: OwnMedia): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
