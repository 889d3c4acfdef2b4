/** Where the page keeps its launch token for reloads: the tab alone can read it. */
export const LAUNCH_KEY = "wuduan.launch";

interface Place {
  readonly location: Pick<Location, "hash" | "pathname" | "search">;
  readonly history: Pick<History, "replaceState">;
  readonly sessionStorage: Pick<Storage, "getItem" | "setItem">;
}

/**
 * The token that proves to the box that this page is its television (PROTOCOL.md §6). It comes in the
 * fragment of the address and is taken out of it, so that no history and no photo of the screen shows it.
 */
export function launchToken(place: Place): string {
  const given = new URLSearchParams(place.location.hash.slice(1)).get("launch");
  if (given === null || given === "") return place.sessionStorage.getItem(LAUNCH_KEY) ?? "";
  place.sessionStorage.setItem(LAUNCH_KEY, given);
  place.history.replaceState(null, "", place.location.pathname + place.location.search);
  return given;
}

export function launchHeaders(token: string): Record<string, string> {
  return { "X-Wuduan-Launch": token };
}

export function launchProtocols(token: string): string[] {
  return [`wuduan.launch.${token}`];
}

export function socketUrl(location: Pick<Location, "protocol" | "host">, path: string): string {
  return `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${path}`;
}
