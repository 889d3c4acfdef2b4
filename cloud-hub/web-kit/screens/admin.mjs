/** Pictures of the administration: `node cloud-hub/web-kit/screens/admin.mjs` after its build. */
import {
  album,
  inBothSizes,
  openBrowser,
  openTerminal,
  playScenes,
  problem,
  ROOT,
} from "./stage.mjs";
import { NOW } from "./people.mjs";

const shoot = inBothSizes(album(`${ROOT}target/screens/admin`));
const browser = await openBrowser();
const faults = [];

const id = (number) => `0198c0de-0000-7000-8000-${String(number).padStart(12, "0")}`;
const me = {
  id: id(1),
  kind: "administrator",
  name: "演示·韩主任",
  role: "system",
  idleLogoutMinutes: 30,
};
const county = {
  id: id(10),
  name: "演示·县人民医院",
  level: "county",
  departments: ["general", "cardiology", "endocrinology"],
  active: true,
  version: 4,
};
const township = {
  id: id(11),
  name: "演示·清河镇卫生院",
  level: "first_contact",
  departments: ["general"],
  parentId: id(10),
  active: true,
  version: 2,
};
const closed = { ...township, id: id(12), name: "演示·旧街社区站", active: false, version: 3 };
const institutions = { institutions: [county, township, closed] };
const named = ({ id, name }) => ({ id, name });
const doctor = {
  id: id(20),
  login: "zhao",
  name: "演示·赵医生",
  kind: "doctor",
  institution: named(township),
  post: {
    title: "主治医师",
    department: "general",
    licence: "110330000012345",
    practisingSince: 2009,
  },
  active: true,
  activated: true,
  version: 2,
};
const registrar = {
  id: id(21),
  login: "wu.registrar",
  name: "演示·吴登记员",
  kind: "registrar",
  institution: named(township),
  active: true,
  activated: false,
  version: 1,
};
const auditor = {
  id: id(22),
  login: "audit.feng",
  name: "演示·冯审计",
  kind: "administrator",
  role: "audit",
  active: false,
  activated: true,
  version: 5,
};
const staff = { staff: [doctor, registrar, auditor], more: false };
const onRoster = (number, name) => ({
  id: id(number),
  name,
  title: "主治医师",
  institution: township.name,
  level: "first_contact",
  department: "general",
});
const shift = (doctorId, weekday, from, to) => ({ doctorId, weekday, from, to });
const roster = {
  version: 3,
  zone: "Asia/Shanghai",
  doctors: [onRoster(20, "演示·赵医生"), onRoster(23, "演示·周医生")],
  shifts: [
    ...[1, 2, 3, 4, 5].map((day) => shift(id(20), day, "08:00", "12:00")),
    ...[1, 3, 5].map((day) => shift(id(23), day, "14:00", "18:00")),
    shift(id(23), 6, "20:00", "24:00"),
  ],
};
const home = "/api/administration";
const rosterPath = `${home}/rosters/${township.id}/general`;
const answers = {
  [`GET ${home}/institutions`]: [200, institutions],
  [`GET ${home}/staff`]: [200, staff],
  [`GET ${rosterPath}`]: [200, roster],
  [`POST ${home}/staff/${registrar.id}/activation-link`]: [
    200,
    {
      path: "/admin/activate#hYk3vQ1w8zR5tX7nB2mC4pL6sD9fG0jKqWeRtYuIoPa",
      expiresAt: "2026-11-23T02:16:00Z",
    },
  ],
  "POST /api/activations/lookup": [
    200,
    { login: "wu.registrar", name: registrar.name, kind: "registrar" },
  ],
};

async function terminal(more = {}) {
  const opened = await openTerminal(browser, {
    host: "admin.localhost",
    base: "/admin/",
    dist: `${ROOT}cloud-hub/admin-client/dist`,
    viewport: { width: 1366, height: 768 },
    language: "zh-CN",
    now: NOW,
    me,
    ...more,
    answers: { ...answers, ...more.answers },
  });
  return { ...opened, act: (name) => opened.page.locator(`[data-action="${name}"]:visible`) };
}

async function close(opened) {
  faults.push(...opened.faults);
  await opened.close();
}

const go = (page, section) => page.locator(`.menu a[href="#/${section}"]`).click();

async function start() {
  const opened = await terminal();
  await opened.page.locator(".cards").waitFor();
  await shoot(opened.page, "start");
  await close(opened);
  const english = await terminal({ language: "en", viewport: { width: 683, height: 768 } });
  await english.page.locator(".cards").waitFor();
  await shoot(english.page, "start-narrow-english");
  await close(english);
}

async function hospitals() {
  const opened = await terminal();
  const { page, act } = opened;
  await go(page, "institutions");
  await page.locator("[data-institution]").first().waitFor();
  await shoot(page, "institutions");
  await act("edit").nth(1).click();
  await shoot(page, "institution");
  await close(opened);
  const empty = await terminal({
    answers: { [`GET ${home}/institutions`]: [200, { institutions: [] }] },
  });
  await go(empty.page, "institutions");
  await empty.page.locator(".empty").waitFor();
  await shoot(empty.page, "institutions-empty");
  await close(empty);
}

async function conflict() {
  const theirs = { ...township, name: "演示·清河镇中心卫生院", version: 3 };
  const opened = await terminal({
    answers: {
      [`POST ${home}/institutions/${township.id}`]: [409, problem("edit-conflict", 409)],
    },
  });
  const { page, act } = opened;
  await go(page, "institutions");
  await act("edit").nth(1).click();
  await page.fill('dialog [name="name"]', "演示·清河卫生院(新)");
  await page.route(`**${home}/institutions`, (route) =>
    route.fulfill({ json: { institutions: [county, theirs, closed] } }),
  );
  await act("submit").click();
  await page.locator('[data-state="conflict"]').waitFor();
  await shoot(page, "institution-conflict");
  await close(opened);
}

async function people() {
  const opened = await terminal();
  const { page, act } = opened;
  await go(page, "staff");
  await page.locator("[data-login]").first().waitFor();
  await shoot(page, "staff");
  await act("link").first().click();
  await page.locator('[data-label="activation-link"]').waitFor();
  await shoot(page, "activation-link");
  await page.keyboard.press("Escape");
  await act("new").click();
  await shoot(page, "new-doctor");
  await page.keyboard.press("Escape");
  await act("standing").first().click();
  await shoot(page, "deactivate");
  await close(opened);
}

const faulty = {
  sha256: "ab".repeat(32),
  encoding: "utf-8",
  members: 9,
  faults: [
    { row: 3, column: "licence", fault: "licence_taken" },
    { row: 7, column: "institution", fault: "institution_unknown" },
    { row: 9, column: "login", fault: "duplicate", otherRow: 4 },
  ],
  faultsInAll: 3,
};

async function imports() {
  const csv = { name: "staff.csv", mimeType: "text/csv", buffer: Buffer.from("身份\n") };
  for (const [name, report] of [
    ["faults", faulty],
    ["good", { ...faulty, faults: [], faultsInAll: 0 }],
  ]) {
    const opened = await terminal({
      answers: { [`POST ${home}/staff-imports/check`]: [200, report] },
    });
    const { page, act } = opened;
    await go(page, "staff");
    await act("import").click();
    await page.setInputFiles('input[type="file"]', csv);
    await page.locator('[data-label="report"]').waitFor();
    await shoot(page, `staff-import-${name}`);
    if (name === "good") {
      await act("run-import").click();
      await page.locator('[data-label="imported"]').waitFor();
      await shoot(page, "staff-imported");
    }
    await close(opened);
  }
}

async function week() {
  const theirs = { ...roster, version: 4, shifts: roster.shifts.slice(1) };
  const opened = await terminal({
    answers: { [`POST ${rosterPath}`]: [409, problem("edit-conflict", 409)] },
  });
  const { page, act } = opened;
  await go(page, "rosters");
  await page.selectOption('[name="institution"]', township.id);
  await page.selectOption('[name="department"]', "general");
  await page.locator(".week").waitFor();
  await shoot(page, "roster");
  await page.selectOption('[name="weekday"]', "daily");
  await act("add").click();
  await shoot(page, "roster-overlap");
  await page.selectOption('[name="weekday"]', "7");
  await act("add").click();
  await page.route(`**${rosterPath}`, (route) =>
    route.request().method() === "GET" ? route.fulfill({ json: theirs }) : route.fallback(),
  );
  await act("save").click();
  await page.locator('[data-state="conflict"]').waitFor();
  await shoot(page, "roster-conflict");
  await close(opened);
}

async function activation() {
  const opened = await terminal({ me: null });
  const { page } = opened;
  await page.locator('[data-screen="sign-in"]').waitFor();
  await shoot(page, "sign-in");
  const html = await page.content();
  await page.route("**/admin/activate", (route) =>
    route.fulfill({ body: html, contentType: "text/html" }),
  );
  await page.goto("http://admin.localhost/admin/activate#a-token");
  await page.locator('[data-screen="activation"]').waitFor();
  await page.fill('[name="password"]', "green kettle on tuesday");
  await page.fill('[name="again"]', "green kettle on monday");
  await shoot(page, "activation");
  await close(opened);
}

await playScenes(browser, faults, {
  start,
  hospitals,
  conflict,
  people,
  imports,
  week,
  activation,
});
