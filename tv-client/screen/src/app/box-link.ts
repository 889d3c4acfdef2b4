import type { BoxLive } from "@wuduan/contract/messages.ts";

/** Waits before the box is called again, in milliseconds; the last one repeats. */
export const BOX_AGAIN_AFTER_MILLIS: readonly number[] = [250, 500, 1_000, 2_000, 4_000];

export interface BoxLinkOptions {
  readonly open: () => WebSocket;
  readonly onMessage: (message: BoxLive) => void;
  readonly onLink: (link: "up" | "lost") => void;
  readonly later?: (run: () => void, millis: number) => void;
}

/** The box's own socket. It lies on loopback: when the box is gone the socket closes at once. */
export function connectBox(options: BoxLinkOptions): void {
  const later = options.later ?? ((run, millis) => void setTimeout(run, millis));
  let failures = 0;
  const connect = () => {
    const socket = options.open();
    socket.onopen = () => {
      failures = 0;
      options.onLink("up");
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (typeof event.data === "string") options.onMessage(JSON.parse(event.data) as BoxLive);
    };
    socket.onclose = () => {
      options.onLink("lost");
      later(connect, waitAfter(failures++));
    };
  };
  connect();
}

function waitAfter(failures: number): number {
  const last = BOX_AGAIN_AFTER_MILLIS.length - 1;
  return BOX_AGAIN_AFTER_MILLIS[Math.min(failures, last)] ?? 0;
}
