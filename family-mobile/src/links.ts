import { codeFrom } from "@wuduan/contract/codes.ts";
import { createStore, type Store } from "@wuduan/web-kit/browser/store.ts";

/** What a scanned code is for: to bind to a parent, or to confirm a new television. */
export interface Scanned {
  readonly kind: "bind" | "box";
  readonly code: string;
}

/** The code with which this page was opened, until somebody has used it or put it away. */
export const scanned: Store<Scanned | null> = createStore<Scanned | null>(null);

/** Reads `#bind=CODE` or `#box=CODE`; anything else in the fragment is no code. */
export function scannedFrom(hash: string): Scanned | null {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  for (const kind of ["bind", "box"] as const) {
    const code = codeFrom(parameters.get(kind) ?? "");
    if (code !== undefined) return { kind, code };
  }
  return null;
}

/** Takes the code out of the address, so that no history shows it. A phone that has the page open gets it too. */
export function followScanned(page: Window): void {
  const take = () => {
    const found = scannedFrom(page.location.hash);
    if (found === null) return;
    scanned.set(found);
    page.history.replaceState(null, "", page.location.pathname + page.location.search);
  };
  take();
  page.addEventListener("hashchange", take);
}

/** Where a scanned code stands is scrolled to: it lies below what the page shows first. */
export function intoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "center" });
}
