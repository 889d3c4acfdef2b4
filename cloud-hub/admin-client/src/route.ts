import { useSyncExternalStore } from "react";

/** `#/staff/new` → `["staff", "new"]`. */
export function partsOf(hash: string): readonly string[] {
  return hash
    .replace(/^#\/?/, "")
    .split("/")
    .filter((part) => part !== "")
    .map(decoded);
}

/** `["staff", "new"]` → `#/staff/new`. */
export const hrefOf = (...parts: readonly string[]): string =>
  `#/${parts.map(encodeURIComponent).join("/")}`;

/** Where the page is, drawn anew when the address changes. */
export function useRoute(): readonly string[] {
  return partsOf(useSyncExternalStore(onHash, () => location.hash));
}

function onHash(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** Somebody may type anything behind the `#`. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
