/**
 * Typed text that must survive a reload, an expired session and a closed window. Drafts belong to one
 * account, so that another doctor at the same workstation never sees them, and are swept after a time,
 * because they hold patient data on a machine that is not the hub.
 */
export interface Drafts {
  read(name: string): string;
  /** False when the browser would not keep it: the screen then says so. */
  write(name: string, text: string): boolean;
  forget(name: string): void;
}

/** What of `Storage` drafts need; a test gives its own. */
export interface DraftStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Longest time a draft is kept: one working day and the night after it. */
export const DRAFT_KEPT_MILLIS = 24 * 60 * 60 * 1000;
/** Longest text kept: an outpatient note with the version on which it stands. */
export const DRAFT_LENGTH_MAX = 160_000;

const PREFIX = "wuduan.draft/";

export function createDrafts(
  storage: DraftStorage,
  account: string,
  now: () => number = Date.now,
): Drafts {
  const key = (name: string) => `${PREFIX}${account}/${name}`;
  const names = () => {
    const found: string[] = [];
    for (let i = 0; i < storage.length; i++) {
      const name = storage.key(i);
      if (name?.startsWith(PREFIX)) found.push(name);
    }
    return found;
  };
  for (const name of names()) {
    const draft = parse(storage.getItem(name));
    if (!draft || now() - draft.at > DRAFT_KEPT_MILLIS) storage.removeItem(name);
  }
  return {
    read: (name) => parse(storage.getItem(key(name)))?.text ?? "",
    write(name, text) {
      if (text !== "")
        return save(storage, key(name), { text: text.slice(0, DRAFT_LENGTH_MAX), at: now() });
      storage.removeItem(key(name));
      return true;
    },
    forget: (name) => storage.removeItem(key(name)),
  };
}

interface Draft {
  text: string;
  at: number;
}

function parse(raw: string | null): Draft | null {
  if (raw === null) return null;
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value !== "object" || value === null) return null;
    const { text, at } = value as Partial<Draft>;
    return typeof text === "string" && typeof at === "number" ? { text, at } : null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage (private window, quota) must not stop a doctor from typing. */
function save(storage: DraftStorage, key: string, draft: Draft): boolean {
  try {
    storage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
