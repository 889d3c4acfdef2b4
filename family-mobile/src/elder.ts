import { createStore, type Store } from "@wuduan/web-kit/browser/store.ts";

const KEY = "wuduan.elder";

/** Large text (×1.4), kept on this phone; the tokens read it from the root element. */
export const elder: Store<boolean> = createStore(localStorage.getItem(KEY) === "on");

export function applyElder(): void {
  document.documentElement.toggleAttribute("data-elder", elder.get());
}

export function setElder(on: boolean): void {
  localStorage.setItem(KEY, on ? "on" : "off");
  elder.set(on);
  applyElder();
}
