import type { LiveToHub, LiveToTerminal } from "./messages.ts";

/** Without the standard's members that the link never touches. */
type Used = Pick<WebSocket, "send" | "close" | "onopen" | "onmessage" | "onclose">;

/** A socket whose other end is the test. For tests of everything that stands on `Live`. */
export class FakeSocket implements Used {
  onopen: WebSocket["onopen"] = null;
  onmessage: WebSocket["onmessage"] = null;
  onclose: WebSocket["onclose"] = null;
  readonly sent: LiveToHub[] = [];
  closed = false;

  send(data: string): void {
    this.sent.push(JSON.parse(data) as LiveToHub);
  }

  close(): void {
    this.closed = true;
  }

  asWebSocket(): WebSocket {
    return this as unknown as WebSocket;
  }

  opens(): void {
    this.onopen?.call(this.asWebSocket(), new Event("open"));
  }

  hubSends(message: LiveToTerminal): void {
    const event = new MessageEvent("message", { data: JSON.stringify(message) });
    this.onmessage?.call(this.asWebSocket(), event);
  }

  hubCloses(code: number): void {
    const event = Object.assign(new Event("close"), { code, reason: "", wasClean: code !== 1006 });
    this.onclose?.call(this.asWebSocket(), event as CloseEvent);
  }

  last<T extends LiveToHub["type"]>(type: T): Extract<LiveToHub, { type: T }> {
    const found = this.sent.findLast((message) => message.type === type);
    if (!found) throw new Error(`no ${type} was sent`);
    return found as Extract<LiveToHub, { type: T }>;
  }

  count(type: LiveToHub["type"]): number {
    return this.sent.filter((message) => message.type === type).length;
  }
}

/** What the hub says to `hello`. */
export function welcome(ref: string, beatSeconds = 1): LiveToTerminal {
  return {
    type: "welcome",
    ref,
    actor: { id: "0198c0de-0000-7000-8000-000000000010", kind: "doctor", name: "演示·赵医生" },
    serverTime: "2026-11-22T02:15:04Z",
    beatSeconds,
  };
}

/** A heartbeat with these head numbers. */
export function beat(heads: Record<string, number> = {}): LiveToTerminal {
  return { type: "beat", at: "2026-11-22T02:15:04Z", heads };
}
