import { useEffect, useRef } from "react";
import { isTyping, shortcutOf, type Shortcut } from "./shortcuts.ts";

/** Listens for one shortcut as long as the component that owns the action is on the screen. */
export function useShortcut<Kind extends Shortcut["kind"]>(
  kind: Kind,
  act: (shortcut: Extract<Shortcut, { kind: Kind }> | Shortcut) => void,
  enabled = true,
): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, isTyping(document.activeElement));
      if (shortcut?.kind !== kind) return;
      event.preventDefault();
      latest.current(shortcut);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [kind, enabled]);
}
