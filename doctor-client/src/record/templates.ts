import type { ConsultationView, LatestVitals, NoteContent } from "@wuduan/contract/messages.ts";
import { measured } from "@wuduan/web-kit/browser/figures.ts";
import { markWord } from "@wuduan/web-kit/quantity.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { shownAt } from "@wuduan/web-kit/vitals.ts";
import { vitalWord } from "@wuduan/web-kit/words.ts";
import type { Template } from "./noteDesk.ts";
import { EMPTY_NOTE, TEXT_FIELDS, type TextField } from "./noteText.ts";

/** In the order of the buttons. */
export const TEMPLATES: readonly Template[] = ["hypertension", "diabetes", "blank"];

/** What is to be asked, with room for the answer; a template knows nothing of the patient. */
const ASKED: Readonly<Record<Template, Partial<Record<TextField, string>>>> = {
  blank: {},
  hypertension: {
    presentIllness:
      "家中血压：\n头晕、头痛：\n胸闷、胸痛、心悸：\n下肢水肿：\n用药情况和漏服：\n不良反应：",
    advice: "每天早晚测血压并记录：\n限盐、运动：\n下次复诊：",
  },
  diabetes: {
    presentIllness:
      "空腹和餐后血糖：\n低血糖（出汗、心慌）：\n口渴、多尿、体重变化：\n视物、手足麻木、足部伤口：\n用药情况和漏服：",
    advice: "测血糖的时间和次数：\n饮食、运动、足部护理：\n下次复诊：",
  },
};

const UNITS: Readonly<Record<keyof LatestVitals, string>> = {
  bloodPressure: "mmHg",
  heartRate: "次/分",
  pulseOximeter: "%",
  glucose: "mmol/L",
  temperature: "℃",
  weight: "kg",
};

/** The first text of a note: the questions of the template, and of the patient only what the system knows. */
export function begun(
  template: Template,
  view: Pick<ConsultationView, "complaint">,
  vitals: LatestVitals,
): NoteContent {
  const findings = recentReadings(vitals, Date.now());
  const known: Partial<Record<TextField, string>> = {
    ...(view.complaint !== undefined && { complaint: view.complaint }),
    ...(findings !== "" && { findings }),
  };
  return {
    ...EMPTY_NOTE,
    ...ASKED[template],
    ...known,
    prefilled: (Object.keys(known) as TextField[]).sort(),
  };
}

/**
 * A note without the questions that nobody answered, as it is submitted. A question stays when something is written in
 * its line, or when the next line that is not empty is no question: it is the answer.
 */
export function answered(template: Template, content: NoteContent): NoteContent {
  const next = { ...content };
  for (const field of TEXT_FIELDS) {
    const questions = ASKED[template][field]?.split("\n") ?? [];
    next[field] = withoutOpen(questions, content[field]);
  }
  return next;
}

function withoutOpen(questions: readonly string[], text: string): string {
  const lines = text.split("\n");
  const kept = lines.filter((line, at) => {
    if (!questions.includes(line)) return true;
    const below = lines.slice(at + 1).find((other) => other.trim() !== "");
    return below !== undefined && !questions.some((question) => below.startsWith(question));
  });
  if (kept.length === lines.length) return text;
  return kept.every((line) => line.trim() === "") ? "" : kept.join("\n");
}

/** So old the newest reading of a kind may be to stand in a new note: a night lies between many a reading and its visit. */
const RECENT_MILLIS = 24 * 3_600_000;

/** One line a reading, with its time and its marks; the record is written in Chinese. */
export function recentReadings(vitals: LatestVitals, now: number): string {
  return measured(vitals)
    .filter(
      ({ sign, figures }) => figures.length > 0 && now - Date.parse(shownAt(sign)) < RECENT_MILLIS,
    )
    .map(({ kind, sign, figures }) => {
      const [first, second] = figures;
      const value =
        kind === "bloodPressure" && first && second
          ? `${first.text}/${second.text}`
          : (first?.text ?? "");
      const marks = sign.marks.map((mark) => `，${markWord(mark, "zh-CN")}`).join("");
      const at = dayAndTime(shownAt(sign), "zh-CN");
      return `${vitalWord(kind, "zh-CN")} ${value} ${UNITS[kind]}（${at} 居家测量${marks}）`;
    })
    .join("\n");
}
