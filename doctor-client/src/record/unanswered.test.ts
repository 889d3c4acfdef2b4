import { expect, test } from "vitest";
import type { NoteContent } from "@wuduan/contract/messages.ts";
import { EMPTY_NOTE } from "./noteText.ts";
import { answered, begun, TEMPLATES } from "./templates.ts";

const { presentIllness, advice } = begun("hypertension", {}, {});
const submitted = (part: Partial<NoteContent>) =>
  answered("hypertension", { ...EMPTY_NOTE, ...part });

test("of a sheet on which nobody wrote nothing is left", () => {
  for (const template of TEMPLATES)
    expect(answered(template, begun(template, {}, {}))).toEqual(EMPTY_NOTE);
});

test("only the questions that were not answered are left out", () => {
  const text = presentIllness.replace("头晕、头痛：", "头晕、头痛：晨起明显");

  expect(submitted({ presentIllness: text, advice })).toMatchObject({
    presentIllness: "头晕、头痛：晨起明显",
    advice: "",
  });
});

test("an answer in the line below keeps its question, also behind an empty line", () => {
  expect(
    submitted({ presentIllness: "家中血压：\n头晕、头痛：\n无\n下肢水肿：" }).presentIllness,
  ).toBe("头晕、头痛：\n无");
  expect(submitted({ presentIllness: "下肢水肿：\n\n无\n不良反应：\n" }).presentIllness).toBe(
    "下肢水肿：\n\n无\n",
  );
});

test("nothing that is no question of this field and template is touched", () => {
  const typed = {
    presentIllness: "头晕、头痛\n下次复诊：\n低血糖（出汗、心慌）：\n 下肢水肿：",
    treatment: "家中血压：\n",
    pastHistory: "  \n",
  };

  expect(submitted(typed)).toEqual({ ...EMPTY_NOTE, ...typed });
});
