/**
 * What the keys of remote controls mean. There is no one map: code 65 is "left" on one remote and
 * "red" on another, 8 and 27 swap Back and Exit, 112 is F1 or the programme guide. So a profile is
 * chosen, or the remote is taught key by key (see teaching.ts).
 */
export type Intent =
  | "up"
  | "down"
  | "left"
  | "right"
  | "ok"
  | "back"
  | "red"
  | "green"
  | "yellow"
  | "blue"
  | `digit${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

/** Legacy key codes to intents: set-top boxes fill in `keyCode` alone and leave `key` empty. */
export type KeyCodes = Readonly<Record<number, Intent>>;

const DIGITS: KeyCodes = Object.fromEntries(
  Array.from({ length: 10 }, (_, n) => [48 + n, `digit${n}` as Intent]),
);
const ARROWS: KeyCodes = { 38: "up", 40: "down", 37: "left", 39: "right" };

function colours(red: number, green: number, yellow: number, blue: number): KeyCodes {
  return { [red]: "red", [green]: "green", [yellow]: "yellow", [blue]: "blue" };
}
const OK: KeyCodes = { 13: "ok" };

export const PROFILES = {
  desktop: { ...DIGITS, ...ARROWS, ...OK, 8: "back", 27: "back", ...colours(112, 113, 114, 115) },
  huawei: { ...DIGITS, ...ARROWS, ...OK, 8: "back", 24: "back", ...colours(275, 276, 277, 278) },
  "huawei-overseas": {
    ...DIGITS,
    ...ARROWS,
    ...OK,
    8: "back",
    24: "back",
    ...colours(65, 66, 67, 68),
  },
  zhiboxing: { ...DIGITS, ...ARROWS, ...OK, 27: "back", ...colours(2305, 2306, 2307, 2308) },
  enrich: {
    ...DIGITS,
    ...OK,
    87: "up",
    83: "down",
    65: "left",
    68: "right",
    8: "back",
    ...colours(320, 321, 322, 323),
  },
  ipanel: { ...DIGITS, ...OK, 1: "up", 2: "down", 3: "left", 4: "right", 340: "back" },
  dvn: { ...DIGITS, ...ARROWS, ...OK, 640: "back", 8: "back" },
  inspur: { ...DIGITS, ...ARROWS, ...OK, 8: "back", ...colours(112, 113, 114, 115) },
  tizen: { ...DIGITS, ...ARROWS, ...OK, 10009: "back", ...colours(403, 404, 405, 406) },
  webos: { ...DIGITS, ...ARROWS, ...OK, 461: "back", ...colours(403, 404, 405, 406) },
} as const satisfies Record<string, KeyCodes>;

export type ProfileName = keyof typeof PROFILES;

/** The remote of this television: a known profile and, above it, the keys that were taught. */
export interface Remote {
  readonly profile: ProfileName;
  readonly taught: KeyCodes;
}

export const DESKTOP_REMOTE: Remote = { profile: "desktop", taught: {} };

export function intentOf(remote: Remote, keyCode: number): Intent | undefined {
  const codes: KeyCodes = PROFILES[remote.profile];
  return remote.taught[keyCode] ?? codes[keyCode];
}

const INTENTS: ReadonlySet<string> = new Set<Intent>([
  ...Object.values(PROFILES.desktop as KeyCodes),
]);

/** Reads a stored remote; anything that is not one gives the desktop keyboard. */
export function remoteFrom(stored: string | null): Remote {
  if (stored === null) return DESKTOP_REMOTE;
  try {
    return parseRemote(JSON.parse(stored) as unknown);
  } catch {
    return DESKTOP_REMOTE;
  }
}

function parseRemote(value: unknown): Remote {
  if (typeof value !== "object" || value === null) return DESKTOP_REMOTE;
  const { profile, taught } = value as { profile?: unknown; taught?: unknown };
  if (typeof profile !== "string" || !Object.keys(PROFILES).includes(profile)) {
    return DESKTOP_REMOTE;
  }
  const keys = typeof taught === "object" && taught !== null ? Object.entries(taught) : [];
  const known = keys.filter(([code, intent]) => Number(code) > 0 && INTENTS.has(String(intent)));
  return {
    profile: profile as ProfileName,
    taught: Object.fromEntries(known) as KeyCodes,
  };
}
