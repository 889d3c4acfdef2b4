const KEY = "wuduan.opened";

/** The case that was open in this tab, so that a reload comes back to it; `home` means none on purpose. */
export function readChoice(): string | null {
  return sessionStorage.getItem(KEY);
}

export function writeChoice(choice: string): void {
  sessionStorage.setItem(KEY, choice);
}
