import type { BoxLive } from "@wuduan/contract/messages.ts";

/** Waits before the box is called again, in milliseconds; the last one repeats. */
export const BOX_AGAIN_AFTER_MILLIS: readonly number[] = [250, 500, 1_000, 2_000, 4_000];

/** The box speaks every 2 s (PROTOCOL.md §6). After this silence it hangs: one lost word is forgiven. */
export const BOX_SILENT_MILLIS = 4_400;

export interface BoxLinkOptions {
  readonly open: () => WebSocket;
  readonly onMessage: (message: BoxLive) => void;
  readonly onLink: (link: "up" | "lost") => void;
  /** Runs something later; answers with how to forget it. */
  readonly later?: (run: () => void, millis: number) => () => void;
}

function laterByTimer(run: () => void, millis: number): () => void {
  const timer = setTimeout(run, millis);
  return () => clearTimeout(timer);
}

/**
 * The box's own socket. It lies on loopback: when the box is gone the socket closes at once; when the
 * box hangs, only its silence tells.
 */
export function connectBox(options: BoxLinkOptions): void {
  const later = options.later ?? laterByTimer;
  let failures = 0;
  const connect = () => {
    const socket = options.open();
    let forget = () => {};
    let up = false;
    const lost = () => {
      forget();
      // Closing a socket to a box that hangs takes as long as the box hangs: nobody waits for it.
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
      options.onLink("lost");
      later(connect, waitAfter(failures++));
    };
    const listen = () => {
      forget();
      forget = later(lost, BOX_SILENT_MILLIS);
    };
    listen();
    socket.onmessage = (event: MessageEvent<unknown>) => {
      listen();
      failures = 0;
      if (!up) options.onLink("up");
      up = true;
      if (typeof event.data === "string") options.onMessage(JSON.parse(event.data) as BoxLive);
    };
    socket.onclose = lost;
  };
  connect();
}

function waitAfter(failures: number): number {
  const last = BOX_AGAIN_AFTER_MILLIS.length - 1;
  return BOX_AGAIN_AFTER_MILLIS[Math.min(failures, last)] ?? 0;
}
