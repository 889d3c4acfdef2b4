import { expect, test } from "vitest";
import { choiceOf } from "./choice.ts";

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test("a reload comes back to the open case and into the call", () => {
  const tab = memory();
  choiceOf("zhao", tab).writeOpened("case-1");
  choiceOf("zhao", tab).writeRoom("case-2");

  expect(choiceOf("zhao", tab).readOpened()).toBe("case-1");
  expect(choiceOf("zhao", tab).readRoom()).toBe("case-2");
});

test("whoever signs in next in this tab begins at the first page", () => {
  const tab = memory();
  choiceOf("zhao", tab).writeOpened("case-1");
  choiceOf("zhao", tab).writeRoom("case-1");

  expect(choiceOf("qian", tab).readOpened()).toBeNull();
  expect(choiceOf("qian", tab).readRoom()).toBeNull();
});

test("a call that was left is not gone back into", () => {
  const choice = choiceOf("zhao", memory());
  choice.writeRoom("case-1");

  choice.writeRoom(null);

  expect(choice.readRoom()).toBeNull();
});
