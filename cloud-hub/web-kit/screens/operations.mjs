/** Pictures of the status page: `node cloud-hub/web-kit/screens/operations.mjs` after the build of the administration. */
import { album, openBrowser, openTerminal, playScenes, problem, ROOT } from "./stage.mjs";
import { NOW } from "./people.mjs";

const shoot = album(`${ROOT}target/screens/operations`);
const browser = await openBrowser();
const faults = [];

const id = (number) => `0198c0de-0000-7000-8000-${String(number).padStart(12, "0")}`;
const ago = (seconds) => new Date(Date.parse(NOW) - seconds * 1000).toISOString();
const me = {
  id: id(1),
  kind: "administrator",
  name: "演示·韩主任",
  role: "system",
  idleLogoutMinutes: 30,
};
const part = (kind, name, state, more = {}) => ({ kind, name, state, since: ago(30_000), ...more });
const well = [
  part("database", "database", "well"),
  part("bridge", "janus-a", "well", { calls: 1 }),
  part("bridge", "janus-b", "well", { calls: 0 }),
  part("launcher", "launcher", "well"),
  ...["postgres", "janus-a", "janus-b", "hub", "box-1"].map((name) =>
    part("process", name, "well"),
  ),
  part("events", "events", "well", { waiting: 0 }),
  part("seals", "seals", "well", { waiting: 2 }),
  part("disk", "disk", "well", { freeMib: 41_200 }),
  part("box", id(41), "well", { institution: "演示·清河镇卫生院" }),
];
const calm = {
  at: ago(1),
  startedAt: ago(30_000),
  underWay: 1,
  waiting: 2,
  connections: 7,
  boxes: 3,
  boxesOnLine: 1,
  calls: 1,
  liveCalls: [
    {
      id: id(31),
      openedAt: ago(600),
      bridge: "janus-a",
      generation: 2,
      seats: 5,
      present: 4,
      reconnecting: 1,
    },
  ],
  parts: well,
};
const ill = {
  ...calm,
  parts: [
    part("bridge", "janus-b", "ill", { why: "silent", since: ago(95), calls: 0 }),
    part("process", "simulator-1", "ill", { why: "keeps_ending", since: ago(240) }),
    part("disk", "disk", "ill", { why: "nearly_full", since: ago(1200), freeMib: 380 }),
    part("box", id(42), "away", {
      why: "not_heard",
      since: ago(5400),
      institution: "演示·清河镇卫生院",
    }),
    { kind: "box", name: id(43), state: "away", why: "never_heard" },
    ...well.filter(({ kind, name }) => kind !== "disk" && `${kind}/${name}` !== "bridge/janus-b"),
  ],
};
const draining = {
  ...calm,
  noNewCallsSince: ago(120),
  parts: [
    part("bridge", "janus-b", "draining", { since: ago(60), calls: 1 }),
    ...well.filter(({ kind, name }) => `${kind}/${name}` !== "bridge/janus-b"),
  ],
};
const fresh = {
  ...calm,
  underWay: 0,
  waiting: 0,
  connections: 1,
  boxes: 0,
  boxesOnLine: 0,
  calls: 0,
  liveCalls: [],
  parts: well.filter(({ kind }) => kind !== "box" && kind !== "process" && kind !== "launcher"),
};
const STATUS = "GET /api/operations/status";

async function page(status, more = {}) {
  const opened = await openTerminal(browser, {
    host: "admin.localhost",
    base: "/admin/",
    dist: `${ROOT}cloud-hub/admin-client/dist`,
    viewport: { width: 1366, height: 768 },
    language: "zh-CN",
    now: NOW,
    me,
    ...more,
    answers: { [STATUS]: [200, status], ...more.answers },
  });
  await opened.page.locator('.menu a[href="#/operations"]').click();
  return { ...opened, act: (name) => opened.page.locator(`[data-action="${name}"]:visible`) };
}

async function close(opened) {
  faults.push(...opened.faults);
  await opened.close();
}

async function shown(status, name, more) {
  const opened = await page(status, more);
  await opened.page.locator('[data-group="boxes"]').waitFor();
  await shoot(opened.page, name);
  await close(opened);
}

async function states() {
  await shown(calm, "well");
  await shown(ill, "ill");
  await shown(ill, "ill-english", { language: "en" });
  await shown(fresh, "empty");
  await shown(ill, "ill-200-percent", { viewport: { width: 683, height: 640 }, scale: 2 });
  await shown(draining, "draining");
  await shown(draining, "draining-security-administrator", { me: { ...me, role: "security" } });
}

async function drain() {
  const opened = await page(calm, {
    answers: {
      [`POST /api/operations/bridges/janus-a/drain`]: [
        409,
        { ...problem("wrong-state", 409), state: "last-bridge" },
      ],
    },
  });
  await opened.act("drain-bridge").first().click();
  await shoot(opened.page, "drain-bridge");
  await opened.act("submit").click();
  await opened.page.locator("dialog .problem").waitFor();
  await shoot(opened.page, "drain-last-bridge");
  await opened.page.keyboard.press("Escape");
  await opened.act("drain-hub").click();
  await shoot(opened.page, "drain-hub");
  await close(opened);
}

async function away() {
  const opened = await page(calm);
  await opened.page.locator('[data-group="boxes"]').waitFor();
  await opened.page.route("**/api/operations/status", (route) => route.abort());
  await opened.page.route("**/health", (route) => route.abort());
  await opened.page.locator('[data-state="hub-away"]').waitFor();
  await shoot(opened.page, "hub-away");
  await opened.page.route("**/health", (route) => route.fulfill({ status: 503, json: {} }));
  await opened.page.locator('[data-state="database-away"]').waitFor();
  await shoot(opened.page, "database-away");
  await opened.close();
}

await playScenes(browser, faults, { states, drain, away });
