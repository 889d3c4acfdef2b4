// node tv-client/screen/scripts/screenshots.mjs [zh-CN|en] [1920x1080]
// Takes a picture of every screen of the built page into target/screens/tv/.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startOptions } from "../../../cloud-hub/web-kit/screens/chromium.mjs";
import { openBridge } from "./bridge.mjs";
import { example, serveDist, Stage } from "./stage.mjs";

const language = process.argv[2] ?? "zh-CN";
const [width, height] = (process.argv[3] ?? "1920x1080").split("x").map(Number);
const OUT = fileURLToPath(
  new URL(`../../../target/screens/tv/${language}-${width}/`, import.meta.url),
);

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const CONSULTATION = "0198c0de-0000-7000-8000-000000000001";
const STREAM = `consultation/${CONSULTATION}`;

async function material() {
  const inbox = await example("BoxInbox");
  delete inbox.consultation;
  const [member] = inbox.patients;
  member.vitals.bloodPressure.at = member.vitals.bloodPressure.receivedAt = ago(3);
  member.vitals.heartRate.at = member.vitals.heartRate.receivedAt = ago(130);
  const summary = { ...inbox.summaries[0], at: ago(2) };
  const whole = await example("ConsultationView");
  const { requestedBy, patient, doctor, kind, id, invitations } = whole;
  const view = { requestedBy, patient, doctor, kind, id, invitations };
  view.opinions = [];
  view.requestedAt = ago(4);
  const seat = (n, role, name, presence = "present") => ({ id: seatId(n), role, name, presence });
  const call = {
    ...whole.call,
    seats: [
      seat(4, "patient", member.patient.name),
      seat(5, "family", "演示·王小明"),
      seat(6, "first_contact", view.doctor.name),
      seat(7, "county", "演示·钱医生"),
      seat(8, "tertiary", "演示·孙医生"),
    ],
    mySeatId: seatId(4),
  };
  const box = { ...(await example("BoxState")), locale: language, hub: "up" };
  delete box.enrolment;
  delete box.outboxKeptHere;
  const { unclaimed } = inbox;
  return { inbox: { ...inbox, summaries: [], unclaimed: [] }, unclaimed, summary, view, call, box };
}

const seatId = (n) => `0198c0de-0000-7000-8000-00000000000${n}`;

const TEXTS = {
  "zh-CN": [
    "医生会通过电视和您说话,看到您的样子,听到您的声音。",
    "医生会看到您量过的血压、心率和血氧,还有以前的看病记录。",
    "需要的时候,会请县里和大医院的医生一起来。请谁,医生会先告诉您。",
    "视频看病不能代替急救。胸口疼得厉害、喘不上气、说不清话,请马上打 120。",
    "您的记录由看病的医疗机构保存,别人不能随便看。谁看过,您可以查。",
    "您随时可以不看了,也可以选择去医院当面看。不同意,不影响您以后看病。",
  ],
  en: [
    "The doctor talks to you through the television, sees you and hears you.",
    "The doctor sees your blood pressure, heart rate and oxygen, and earlier records.",
    "If needed, doctors of the county and of a large hospital are asked in. The doctor tells you first.",
    "A video visit does not replace an ambulance. With strong chest pain or trouble breathing call 120.",
    "Your record is kept by the institution that treats you. You can see who has looked at it.",
    "You can stop at any time or go to a hospital instead. Saying no has no effect on later care.",
  ],
};

async function main() {
  await mkdir(OUT, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), "tv-screens-"));
  const server = await serveDist();
  const origin = `http://tv-1.localhost:${server.port}`;
  const context = await chromium.launchPersistentContext(profile, {
    ...startOptions("drawnDevices", "bridgeInThePage"),
    viewport: { width, height },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  try {
    const things = await material();
    const page = context.pages()[0];
    page.on("pageerror", (error) => console.error("page error:", error.message));
    page.on("console", (line) => line.type() === "error" && console.error("console:", line.text()));
    const stage = new Stage(page);
    await stage.install();
    const bridge = await openBridge(context, origin);
    await page.bringToFront();
    await walk({ page, stage, bridge, origin, ...things });
  } finally {
    await context.close();
    server.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function walk(all) {
  const { page, stage, origin, inbox, box } = all;
  const shot = async (screen, name = screen) => {
    await page.waitForSelector(`[data-screen="${screen}"] [data-focus]`);
    await page.waitForTimeout(250);
    await page.screenshot({ path: join(OUT, `${name}.png`) });
  };
  const press = async (...keys) => {
    for (const key of keys) {
      if (key === "Enter") await page.waitForSelector('[data-ready="true"]');
      await page.keyboard.press(key);
    }
  };
  stage.boxState = box;
  stage.consentText = {
    ...(await example("ConsentText")),
    language,
    paragraphs: TEXTS[language],
  };
  stage.show("inbox", inbox);
  await page.goto(`${origin}/#launch=stage`);
  await page.waitForSelector('[data-link="up"]');
  await atHome({ ...all, shot, press });
  await theHousehold({ ...all, shot, press });
  await aroundTheCall({ ...all, shot, press });
  await trouble({ ...all, shot, press });
  console.log(`${OUT}\ncommands: ${stage.commands.join(", ")}`);
}

/** Enrolment, children, whose a reading is, and making the television new. */
async function theHousehold({ page, stage, inbox, unclaimed, box, shot, press }) {
  const [first] = inbox.patients;
  const second = {
    patient: { ...first.patient, id: seatId(9), name: "演示·李建国" },
    vitals: {},
    family: [],
  };
  const two = { ...inbox, patients: [first, second] };
  stage.show("inbox", { ...two, unclaimed });
  await shot("whose");
  stage.show("inbox", two);
  await page.waitForSelector('[data-screen="home"]');
  await press("ArrowRight", "ArrowDown", "Enter", "ArrowRight", "Enter");
  await shot("children");
  await press("Enter");
  await shot("children", "children-unbind");
  await press("Escape", "ArrowDown", "Enter");
  await shot("invite-whom");
  await press("Enter");
  await shot("invite");
  await press("ArrowRight");
  await page.waitForSelector('[data-ready="true"]');
  await press("Enter");
  await shot("invite-code");
  await press("Escape", "Enter", "ArrowRight", "ArrowRight", "Enter");
  await press("ArrowDown", "ArrowDown", "Enter");
  await shot("reset");
  await press("ArrowRight", "Enter");
  await shot("reset", "reset-really");
  await press("Escape", "Escape");
  const enrolment = { code: "K7MP4XQ2" };
  stage.box({ ...box, hub: "not_enrolled", enrolment });
  await shot("enrol");
  stage.box({
    ...box,
    hub: "not_enrolled",
    enrolment: { ...enrolment, removedAt: new Date().toISOString() },
  });
  await shot("enrol", "enrol-removed");
  stage.box({ ...box, hub: "not_enrolled", enrolment: {} });
  await shot("enrol", "enrol-no-hub");
  stage.box(box);
  stage.show("inbox", inbox);
  await page.waitForSelector('[data-screen="home"]');
  await press("ArrowUp", "ArrowLeft");
}

async function atHome({ page, stage, inbox, summary, shot, press }) {
  await shot("home");
  await press("ArrowRight");
  await shot("home", "home-focus-2");
  await press("Enter");
  await shot("measure");
  await press("Escape", "ArrowDown", "ArrowLeft", "Enter");
  stage.show("inbox", { ...inbox, summaries: [{ ...summary, at: "2026-01-01T00:00:00Z" }] });
  await page.waitForSelector('[data-key="summary"]');
  await shot("health");
  await press("Escape", "ArrowRight", "Enter");
  await shot("family");
  await press("ArrowRight", "ArrowRight", "Enter");
  await shot("settings");
  await press("ArrowDown", "Enter");
  await shot("settings", "settings-voice");
  await press("Enter", "ArrowUp", "Enter");
  await shot("teach");
  await press("Escape");
  const measurement = await example("BoxMeasurement");
  measurement.reading.receivedAt = new Date().toISOString();
  measurement.reading.marks = [];
  stage.show("inbox", { ...inbox, patients: [{ ...inbox.patients[0], vitals: {} }] });
  stage.measured(measurement);
  await shot("measurement", "measurement-saved");
  stage.show("inbox", inbox);
  stage.measured({ ...measurement, stage: "delivered" });
  await page.waitForSelector('[data-saved="delivered"]');
  await shot("measurement");
  await press("Enter");
  const failed = { ...measurement.reading, id: seatId(9), values: [], marks: ["cuff_loose"] };
  stage.measured({ ...measurement, reading: failed });
  await shot("measurement", "measurement-failed");
  await press("Enter", "ArrowUp", "ArrowLeft");
  const another = {
    ...inbox.patients[0].patient,
    id: seatId(3),
    name: "演示·王大山",
    birthYear: 1948,
  };
  stage.show("inbox", {
    ...inbox,
    patients: [inbox.patients[0], { patient: another, vitals: {}, family: [] }],
  });
  await page.waitForTimeout(200);
  await press("Enter");
  await shot("choose");
  await press("Escape");
  stage.show("inbox", inbox);
}

async function aroundTheCall({ page, stage, bridge, inbox, summary, view, call, shot, press }) {
  const at = (state, change = {}) => {
    const line = { consultationId: CONSULTATION, state, patient: view.patient };
    const open = state !== "concluded" && state !== "cancelled";
    stage.views[STREAM] = { ...view, state, actions: ["cancel"], ...change };
    stage.show("inbox", open ? { ...inbox, consultation: line } : inbox);
    stage.show(STREAM, stage.views[STREAM]);
  };
  at("waiting");
  await shot("waiting");
  await press("ArrowRight", "ArrowRight", "Enter");
  await shot("waiting", "waiting-cancel");
  await press("Escape");
  at("ringing");
  await page.waitForSelector("[data-doctor]");
  await shot("ring");
  at("unanswered", { ring: { ...view.ring, outcome: "no_answer" } });
  await shot("waiting", "unanswered");
  at("consenting");
  await page.waitForSelector("[data-version]");
  await shot("consent");
  await press("Enter");
  await shot("consent", "consent-2");
  await press("ArrowRight", "ArrowRight", "Enter");
  await shot("consent", "consent-refuse");
  await press("Escape");
  stage.onMedia = (message) => bridge(message, call);
  at("live", { call });
  await page
    .waitForFunction(
      () =>
        [...document.querySelectorAll(".tile video")].filter((v) => v.videoWidth > 0).length === 5,
      undefined,
      { timeout: 20_000 },
    )
    .catch(() => console.error("not all five pictures came"));
  await page.waitForTimeout(1_500);
  await shot("call");
  await press("Enter");
  await shot("call", "call-large-county");
  await press("ArrowRight", "Enter");
  stage.measured({ ...(await example("BoxMeasurement")), stage: "saved" });
  await shot("call", "call-muted-measured");
  await press("Enter", "Escape");
  const two = call.seats.filter(({ role }) => role === "patient" || role === "first_contact");
  at("live", { call: { ...call, seats: two } });
  await shot("call", "call-two");
  await press("ArrowLeft", "ArrowLeft", "ArrowLeft", "Enter");
  await shot("call", "call-two-own-large");
  await press("Enter");
  const seats = call.seats.map((one) =>
    one.role === "county" || one.role === "family" ? { ...one, presence: "reconnecting" } : one,
  );
  at("live", { call: { ...call, seats } });
  await shot("call", "call-reconnecting");
  await press("F1");
  await shot("call", "call-hang-up");
  await press("ArrowRight", "Enter");
  await shot("left");
  at("concluded", { call });
  stage.show("inbox", { ...inbox, summaries: [{ ...summary, text: SUMMARY[language] }] });
  await shot("summary");
  await press("Enter");
  stage.show("inbox", inbox);
}

const SUMMARY = {
  "zh-CN":
    "血压比平时高一些,不用害怕。每天早上吃一片降压药,不要自己停药。每天早晚各量一次血压,少吃咸的。一周后我们再看一次。头晕得厉害、说话不清楚、手脚没力气,马上打 120。",
  en: "Your blood pressure is a little higher than usual; there is no reason to be afraid. Take one tablet every morning and do not stop by yourself. Measure every morning and evening. Eat less salt. We will see each other again in a week. With strong dizziness, unclear speech or weakness call 120 at once.",
};

async function trouble({ page, stage, box, shot, press }) {
  stage.box({ ...box, hub: "down", outboxWaiting: 3 });
  await page.waitForSelector('[data-saved="waiting"]');
  stage.dropHub();
  await page.waitForSelector('[data-link="lost"]');
  await press("Enter");
  await shot("home", "home-offline");
}

await main();
// The stage's beats would keep the process alive.
process.exit(0);
