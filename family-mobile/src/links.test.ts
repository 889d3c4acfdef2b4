import { expect, test } from "vitest";
import { followScanned, scanned, scannedFrom } from "./links.ts";

test("a scanned address says what its code is for", () => {
  expect(scannedFrom("#bind=K7MP4XQ2")).toEqual({ kind: "bind", code: "K7MP4XQ2" });
  expect(scannedFrom("#box=k7mp-4xq2")).toEqual({ kind: "box", code: "K7MP4XQ2" });
  for (const hash of ["", "#", "#bind=", "#bind=12", "#other=K7MP4XQ2", "#bind=K7MP4XQO"]) {
    expect(scannedFrom(hash)).toBeNull();
  }
});

test("the code is taken out of the address, also when the page was open already", () => {
  const listeners: (() => void)[] = [];
  const addresses: string[] = [];
  const location = { hash: "#bind=K7MP4XQ2", pathname: "/family/", search: "" };
  followScanned({
    location,
    history: {
      replaceState: (_: unknown, __: string, url: string) => void addresses.push(url),
    },
    addEventListener: (_: string, listener: () => void) => void listeners.push(listener),
  } as unknown as Window);

  expect(scanned.get()).toEqual({ kind: "bind", code: "K7MP4XQ2" });
  location.hash = "#box=ABCDEFGH";
  listeners[0]?.();
  expect(scanned.get()?.kind).toBe("box");
  expect(addresses).toEqual(["/family/", "/family/"]);
});
