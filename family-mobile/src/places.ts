export type Tab = "today" | "trend" | "care" | "family";

const TABS: Tab[] = ["today", "trend", "care", "family"];
const TAB_KEY = "wuduan.tab";
const PARENT_KEY = "wuduan.parent";

/** The tab that was open, so that a reload comes back to it. */
export function readTab(): Tab {
  return TABS.find((tab) => tab === sessionStorage.getItem(TAB_KEY)) ?? "today";
}

export function writeTab(tab: Tab): void {
  sessionStorage.setItem(TAB_KEY, tab);
}

/** The parent that was looked at last on this phone. */
export function readParent(): string | null {
  return localStorage.getItem(PARENT_KEY);
}

export function writeParent(patientId: string): void {
  localStorage.setItem(PARENT_KEY, patientId);
}
