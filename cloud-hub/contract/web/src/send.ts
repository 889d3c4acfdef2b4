import { newId } from "./ids.ts";
import type { Problem } from "./messages.ts";
import { offlineProblem, problemType } from "./problems.ts";

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export type Method = "GET" | "POST" | "DELETE";

export interface SendOptions {
  /** Given by a caller that wants a later repeat to count as the same command. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
  /** False: one try only. */
  retry?: boolean;
}

export type Send = <T = undefined>(
  method: Method,
  path: string,
  body?: object,
  options?: SendOptions,
) => Promise<Result<T>>;

export interface SenderOptions {
  /** Put before each path; empty for the host that served the page. */
  base?: string;
  /** Headers of every request, asked anew each time (the television's launch token). */
  headers?: () => Record<string, string>;
  fetch?: typeof fetch;
  /** Waits between two tries. */
  sleep?: (millis: number) => Promise<void>;
}

/** Waits before the second, third and fourth try when the network fails. */
export const RETRY_AFTER_MILLIS: readonly number[] = [500, 1000, 2000];
/** One try that has no answer after this time counts as a failed network. */
export const TRY_LIMIT_MILLIS = 10_000;

/** Answers of something between this page and the hub (the box, a proxy) that could not reach it. */
const NOT_THE_HUB = [502, 503, 504];

/**
 * Makes the function that gives commands to the hub (PROTOCOL.md §2). It never rejects: a refusal is
 * a `Problem`, and a hub that can't be reached is the problem `offline`. A command is repeated with
 * the same Idempotency-Key while the network fails, so that it is carried out at most once. A `Blob`
 * goes as the file that it is, everything else as JSON.
 */
export function createSender(options: SenderOptions = {}): Send {
  const sleep = options.sleep ?? ((millis) => new Promise((done) => setTimeout(done, millis)));
  const fetchNow = options.fetch ?? ((...request) => fetch(...request));
  return async <T>(method: Method, path: string, body?: object, own: SendOptions = {}) => {
    const headers: Record<string, string> = { ...options.headers?.(), ...own.headers };
    headers["Accept"] = "application/json, application/problem+json";
    if (body) headers["Content-Type"] = body instanceof Blob ? body.type : "application/json";
    if (method !== "GET") headers["Idempotency-Key"] = own.idempotencyKey ?? newId();
    const content = body instanceof Blob ? body : JSON.stringify(body);
    const request = { method, headers, ...(body && { body: content }) };
    const attempt = () => tryOnce<T>(fetchNow, (options.base ?? "") + path, request);
    let result = await attempt();
    for (const millis of own.retry === false ? [] : RETRY_AFTER_MILLIS) {
      if (result) return result;
      await sleep(millis);
      result = await attempt();
    }
    return result ?? { ok: false, problem: offlineProblem() };
  };
}

/** The hub's answer, or undefined if it was not reached. */
async function tryOnce<T>(
  fetchNow: typeof fetch,
  url: string,
  request: RequestInit,
): Promise<Result<T> | undefined> {
  let response: Response;
  let text: string;
  // AbortSignal.timeout needs Chromium 103; set-top boxes start at 90.
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TRY_LIMIT_MILLIS);
  try {
    response = await fetchNow(url, { ...request, signal: abort.signal });
    text = await response.text();
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
  const body = parsed(text);
  if (response.ok) {
    const isHubAnswer = text === "" || body !== undefined;
    return isHubAnswer ? { ok: true, value: body as T } : undefined;
  }
  if (isProblem(body)) {
    // The box could not reach the hub: for the caller the same as a network that failed.
    if (problemType(body) === "hub-unreachable") return undefined;
    return { ok: false, problem: body };
  }
  if (NOT_THE_HUB.includes(response.status)) return undefined;
  return { ok: false, problem: unexplained(response.status) };
}

function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A page of a proxy instead of the hub's JSON; the caller judges it by its status.
    return undefined;
  }
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === "object" &&
    body !== null &&
    typeof (body as Partial<Problem>).type === "string" &&
    typeof (body as Partial<Problem>).status === "number"
  );
}

function unexplained(status: number): Problem {
  return {
    type: "urn:wuduan:problem:internal",
    title: "An answer without a problem document",
    status,
  };
}
