import { expect, test } from "vitest";
import type { NoteContent } from "@wuduan/contract/messages.ts";
import { decided, EMPTY_NOTE, merged, sameNote } from "./noteText.ts";

const note = (part: Partial<NoteContent>): NoteContent => ({ ...EMPTY_NOTE, ...part });
const I10 = { code: "I10", name: "高血压" };
const E11 = { code: "E11", name: "糖尿病" };
const sides = (base: NoteContent, mine: NoteContent, theirs: NoteContent) => ({
  base,
  mine,
  theirs,
  theirsIsMine: false,
});

test("what only one of two changed is taken from whoever changed it", () => {
  const base = note({ complaint: "头晕" });

  const { content, clashes } = merged(
    sides(
      base,
      { ...base, advice: "多休息" },
      { ...base, complaint: "头晕三天", diagnoses: [I10] },
    ),
  );

  expect(content).toEqual({ ...base, advice: "多休息", complaint: "头晕三天", diagnoses: [I10] });
  expect(clashes).toEqual({});
});

test("what both changed is asked about, field by field, and mine stays until then", () => {
  const base = note({ complaint: "头晕" });

  const { content, clashes } = merged(
    sides(
      base,
      { ...base, complaint: "头晕三天", diagnoses: [I10] },
      { ...base, complaint: "头痛", diagnoses: [E11] },
    ),
  );

  expect(content.complaint).toBe("头晕三天");
  expect(clashes).toEqual({
    complaint: { mine: "头晕三天", theirs: "头痛" },
    diagnoses: { mine: [I10], theirs: [E11] },
  });
});

test("a decision takes mine, theirs, or keeps every word of both", () => {
  const mine = note({ complaint: "头晕", diagnoses: [I10] });
  const clash = { mine: "头晕", theirs: "头痛" };

  expect(decided(mine, "complaint", clash, "mine").complaint).toBe("头晕");
  expect(decided(mine, "complaint", clash, "theirs").complaint).toBe("头痛");
  expect(decided(mine, "complaint", clash, "both").complaint).toBe("头晕\n头痛");
  const lists = { mine: [I10], theirs: [I10, E11] };
  expect(decided(mine, "diagnoses", lists, "both").diagnoses).toEqual([I10, E11]);
});

test("a clash that nobody decided stays one when a newer text comes", () => {
  const theirs = note({ complaint: "头痛" });
  const before = { complaint: { mine: "头晕", theirs: "头痛" } };

  const { clashes } = merged(
    sides(theirs, note({ complaint: "头晕三天" }), { ...theirs, advice: "多休息" }),
    before,
  );

  expect(clashes).toEqual({ complaint: { mine: "头晕三天", theirs: "头痛" } });
});

test("an earlier text of mine is no clash when mine goes on behind it", () => {
  const base = note({});
  const earlier = {
    base,
    mine: note({ complaint: "头晕三天" }),
    theirs: note({ complaint: "头晕" }),
  };

  expect(merged({ ...earlier, theirsIsMine: true }).clashes).toEqual({});
  expect(merged({ ...earlier, theirsIsMine: false }).clashes).toHaveProperty("complaint");
});

test("a field stays marked as filled in by the system only while it stands so", () => {
  const base = note({});
  const mine = note({ complaint: "头晕", prefilled: ["complaint"] });

  expect(merged(sides(base, mine, note({ advice: "休息" }))).content.prefilled).toEqual([
    "complaint",
  ]);
  const other = note({ complaint: "头痛" });
  const taken = merged(sides(mine, mine, other)).content;
  expect(taken.complaint).toBe("头痛");
  expect(taken.prefilled).toEqual([]);
});

test("for any three notes no word of anybody is lost without being asked about", () => {
  let seed = 20261129;
  const random = (n: number) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
  const some = () =>
    note({ complaint: `c${random(3)}`, advice: `a${random(3)}`, findings: `f${random(3)}` });
  for (let run = 0; run < 500; run++) {
    const [base, mine, theirs] = [some(), some(), some()];
    const { content, clashes } = merged(sides(base, mine, theirs));
    for (const field of ["complaint", "advice", "findings"] as const) {
      const kept = [content[field], clashes[field]?.mine, clashes[field]?.theirs];
      if (mine[field] !== base[field]) expect(kept).toContain(mine[field]);
      if (theirs[field] !== base[field]) expect(kept).toContain(theirs[field]);
    }
  }
});

test("notes are the same when every field and mark is", () => {
  expect(sameNote(note({ diagnoses: [I10] }), note({ diagnoses: [{ ...I10 }] }))).toBe(true);
  expect(sameNote(note({}), note({ prefilled: ["advice"] }))).toBe(false);
});
