import { expect, test } from "vitest";
import { readIdNumber } from "./idNumber.ts";

test("the standard's own example tells sex and date of birth", () => {
  expect(readIdNumber("11010519491231002X")).toEqual({
    ok: true,
    sex: "female",
    birthDate: "1949-12-31",
  });
  expect(readIdNumber(" １１０１０５１９４９１２３１００２ｘ ")).toMatchObject({ ok: true });
});

test.each([
  ["", "length"],
  ["110105491231002", "length"],
  ["1101051949l231002X", "characters"],
  ["11010519490230002X", "birth_date"],
  ["110105194912310021", "check_digit"],
])("%s is no ID number: %s", (typed, fault) => {
  expect(readIdNumber(typed)).toEqual({ ok: false, fault });
});
