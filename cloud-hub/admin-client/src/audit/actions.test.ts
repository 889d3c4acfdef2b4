import { expect, test } from "vitest";
import { actionWord } from "./actions.ts";

test("a code is told in words however the hub divides it", () => {
  expect(actionWord("accept-invitation", "zh-CN")).toBe("接受会诊邀请");
  expect(actionWord("acceptinvitation", "en")).toBe("accepted an invitation");
});

test("a code without words is left to be shown as it is", () => {
  expect(actionWord("see_vitals_of_the_moon", "zh-CN")).toBeUndefined();
});
