/**
 * What was open in this tab, so that a reload comes back to it. It belongs to one account: whoever signs
 * in next at the same machine begins at the first page.
 */
export interface Choice {
  /** The case in the middle; `home` means none on purpose, null that nothing was chosen so far. */
  readOpened(): string | null;
  writeOpened(choice: string): void;
  /** The call that this tab was in: a reload comes back into it, whatever case is open. */
  readRoom(): string | null;
  writeRoom(consultationId: string | null): void;
}

export function choiceOf(
  account: string,
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> = sessionStorage,
): Choice {
  const opened = `wuduan.opened/${account}`;
  const room = `wuduan.room/${account}`;
  return {
    readOpened: () => storage.getItem(opened),
    writeOpened: (choice) => storage.setItem(opened, choice),
    readRoom: () => storage.getItem(room),
    writeRoom: (consultationId) =>
      consultationId === null ? storage.removeItem(room) : storage.setItem(room, consultationId),
  };
}
