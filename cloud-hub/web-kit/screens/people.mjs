import { readFile } from "node:fs/promises";
import { ROOT } from "./stage.mjs";

/** The time on every picture, 10:15 in China, a little after the contract's examples. */
export const NOW = "2026-11-22T02:19:30Z";

async function example(name) {
  return JSON.parse(await readFile(`${ROOT}cloud-hub/contract/examples/${name}.json`, "utf8"));
}

let made = 0;
const id = () => `0198c0de-0000-7000-9000-${String(++made).padStart(12, "0")}`;

/** @param {number} minutes before NOW */
const ago = (minutes) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();

const value = (loinc, mdc, number, unit) => ({
  loinc,
  mdc,
  quantity: { value: String(number), unit },
});

function sign(minutes, values, more = {}) {
  return {
    readingId: id(),
    at: ago(minutes),
    takenAtKnown: true,
    receivedAt: ago(minutes),
    values,
    marks: [],
    ...more,
  };
}

export function pressure(minutes, [upper, lower, pulse], more) {
  return sign(
    minutes,
    [
      value("8480-6", 150021, upper, "mm[Hg]"),
      value("8462-4", 150022, lower, "mm[Hg]"),
      value("8867-4", 149546, pulse, "{beat}/min"),
    ],
    more,
  );
}

export const rate = (minutes, beats, more) =>
  sign(minutes, [value("8867-4", 147842, beats, "{beat}/min")], more);

export const oxygen = (minutes, percent, pulse, more) =>
  sign(
    minutes,
    [value("59408-5", 150456, percent, "%"), value("8867-4", 149530, pulse, "{beat}/min")],
    more,
  );

const OTHERS = [
  ["演示·刘桂兰", "female", 1948, "胸口闷,走路气短", [158, 92, 88], "higher", 23],
  ["演示·陈国强", "male", 1953, "血糖高,脚麻", [136, 80, 74], "similar", 17],
  ["演示·周玉梅", "female", 1945, "咳嗽两周", [128, 76, 92], "similar", 12],
  ["演示·吴建国", "male", 1957, "复查血压", [146, 88, 70], "lower", 9],
  ["演示·郑淑珍", "female", 1951, "睡不好,心慌", [134, 82, 98], "higher", 7],
  ["演示·孙德福", "male", 1943, "腿肿", [150, 84, 66], "similar", 5],
  ["演示·何凤英", "female", 1955, "配降压药", [138, 86, 72], "similar", 2],
  ["演示·许文华", "male", 1949, undefined, null, undefined, 0],
];

function others() {
  return OTHERS.map(([name, sex, birthYear, complaint, numbers, compared, minutes]) => ({
    consultationId: id(),
    patient: { id: id(), name, sex, birthYear },
    requestedBy: minutes % 2 ? "patient" : "family",
    requestedAt: ago(minutes),
    vitals: numbers
      ? { bloodPressure: pressure(minutes + 1, numbers, { comparedWithUsual: compared }) }
      : {},
    ...(complaint && { complaint }),
  }));
}

/** Two weeks of readings, made by a fixed wave: the same picture each time. */
function trend() {
  const days = Array.from({ length: 28 }, (_, i) => i);
  const wave = (i, size) => Math.round(Math.sin(i * 1.7) * size + Math.cos(i * 0.6) * size);
  return {
    bloodPressure: days.map((i) =>
      pressure((28 - i) * 720, [136 + wave(i, 6), 82 + wave(i, 3), 72 + wave(i, 4)]),
    ),
    heartRate: days.map((i) => rate((28 - i) * 5, 74 + wave(i, 5))),
    pulseOximeter: days.map((i) => oxygen((28 - i) * 5, 96 + Math.min(2, wave(i, 1)), 74)),
  };
}

const doctor = (name, title, institution, level, department) => ({
  id: id(),
  name,
  title,
  institution,
  level,
  department,
});

/** Everybody and everything of the pictures, from the contract's examples and more of the same kind. */
export async function demonstration() {
  const [inbox, view, vitals, me, family] = await Promise.all(
    ["DoctorInbox", "ConsultationView", "VitalsView", "Me", "FamilyInbox"].map(example),
  );
  const qian = view.invitations[0].doctor;
  const sun = doctor("演示·孙主任", "主任医师", "演示省立医院", "tertiary", "cardiology");
  const li = doctor("演示·李医生", "副主任医师", "演示县人民医院", "county", "neurology");
  const yu = doctor("演示·于主任", "主任医师", "演示省立医院", "tertiary", "neurology");
  const latest = {
    bloodPressure: pressure(4, [142, 86, 72], {
      marks: ["irregular_pulse"],
      comparedWithUsual: "higher",
    }),
    heartRate: rate(0, 74, { takenAtKnown: false }),
    pulseOximeter: oxygen(1, 96, 74, { comparedWithUsual: "similar" }),
  };
  return {
    me,
    view: { ...view, complaint: "头晕三天,早上重" },
    inbox: { ...inbox, waiting: [], invitations: [], current: [] },
    waiting: [{ ...inbox.waiting[0], complaint: "头晕三天,早上重", vitals: latest }, ...others()],
    invitation: { ...inbox.invitations[0], vitals: latest },
    vitals: { ...vitals, latest, trend: trend() },
    latest,
    family,
    duty: { doctors: [qian, li, sun, yu], planned: [] },
    doctors: { qian, sun, li, yu },
  };
}
