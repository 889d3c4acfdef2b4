const KEY = "wuduan.opened";

/** The case that was open in this tab, so that a reload comes back to it; `home` means none on purpose. */
export function readChoice(): string | null {
  return sessionStorage.getItem(KEY);
}

const ROOM_KEY = "wuduan.room";

/** The call that this tab was in: a reload comes back into it, whatever case is open. */
export function readRoom(): string | null {
  return sessionStorage.getItem(ROOM_KEY);
}

export function writeRoom(consultationId: string | null): void {
  if (consultationId === null) sessionStorage.removeItem(ROOM_KEY);
  else sessionStorage.setItem(ROOM_KEY, consultationId);
}

export function writeChoice(choice: string): void {
  sessionStorage.setItem(KEY, choice);
}
