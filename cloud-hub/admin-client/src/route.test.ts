import { expect, test } from "vitest";
import { hrefOf, partsOf } from "./route.ts";

test("an address is its parts, and the bare page has none", () => {
  expect(partsOf("#/staff/new")).toEqual(["staff", "new"]);
  expect(partsOf("")).toEqual([]);
  expect(partsOf("#/")).toEqual([]);
});

test("a name with a slash or a sign survives the address", () => {
  expect(partsOf(hrefOf("households", "李/家 100%"))).toEqual(["households", "李/家 100%"]);
});

test("a typed address that is no encoding is taken as it is", () => {
  expect(partsOf("#/%E4%zz")).toEqual(["%E4%zz"]);
});
