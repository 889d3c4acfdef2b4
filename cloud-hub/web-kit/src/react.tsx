import type { LinkState, Live } from "@wuduan/contract/live.ts";
import type { Beat, Language, Problem, Stream, View } from "@wuduan/contract/messages.ts";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { I18n } from "./i18n.ts";

/** The state of the link, drawn anew when it changes. */
export function useLink(live: Live): LinkState {
  return useSyncExternalStore(
    (listener) => live.onLink(listener),
    () => live.link(),
  );
}

/** What every screen has to say now, as the newest beat tells; nothing before the first. */
export function useNotice(live: Live): Beat["notice"] {
  const [notice, setNotice] = useState<Beat["notice"]>();
  useEffect(
    () =>
      live.onMessage((message) => {
        if (message.type === "beat") setNotice(message.notice);
      }),
    [live],
  );
  return notice;
}

export interface Watched<V extends View> {
  /** The newest view; undefined until the first has come. It stays while the link is lost. */
  view: V | undefined;
  /** Why the stream ended, if access to it was lost or refused; then nothing of it is shown any more. */
  gone: Problem | undefined;
}

const NOTHING = { stream: undefined, view: undefined, gone: undefined };

/**
 * Watches a stream as long as the component shows it. `undefined` watches nothing. The kind of view
 * follows from the stream and the viewer's role: name it as `V`.
 */
export function useView<V extends View>(live: Live, stream: Stream | undefined): Watched<V> {
  const [shown, setShown] = useState<Watched<V> & { stream: Stream | undefined }>(NOTHING);
  useEffect(() => {
    if (stream === undefined) return undefined;
    return live.watch(
      stream,
      (view) => setShown({ stream, view: view as V, gone: undefined }),
      (gone) => setShown({ stream, view: undefined, gone }),
    );
  }, [live, stream]);
  // Between a change of stream and its first view, what the old stream showed must not be drawn.
  return shown.stream === stream ? shown : NOTHING;
}

/** Unix milliseconds, renewed at this interval: for ages and waiting times. */
export function useNow(intervalMillis: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), intervalMillis);
    return () => clearInterval(timer);
  }, [intervalMillis]);
  return now;
}

/** The language of this terminal, drawn anew when it changes. */
export function useLanguage<Texts extends Record<string, string>>(i18n: I18n<Texts>): Language {
  return useSyncExternalStore(i18n.onLanguage, i18n.language);
}
