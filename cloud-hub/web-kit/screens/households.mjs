/** Pictures of the books of households and patients: `node cloud-hub/web-kit/screens/households.mjs` after the build. */
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

const shoot = inBothSizes(album(`${ROOT}target/screens/households`));
const browser = await openBrowser();
const faults = [];

const id = (number) => `0198c0de-0000-7000-8000-${String(number).padStart(12, "0")}`;
const me = {
  id: id(1),
  kind: "registrar",
  name: "演示·吴登记员",
  institution: { id: id(2), name: "演示·清河镇卫生院" },
  idleLogoutMinutes: 30,
};
const mother = {
  id: id(30),
  version: 1,
  name: "演示·王秀英",
  sex: "female",
  birthYear: 1949,
  birthDate: "1949-12-31",
  idNumberMasked: "110***********002X",
  active: true,
};
const father = {
  id: id(31),
  version: 3,
  name: "演示·李建国",
  sex: "male",
  birthYear: 1949,
  birthDate: "1949-05-01",
  idNumberAbsent: "not_at_hand",
  active: false,
  deactivatedAt: "2026-11-20T02:00:00Z",
  deactivatedFor: "moved_away",
};
const home = {
  id: id(20),
  version: 2,
  name: "演示·李家",
  address: "清河镇柳树村 12 号",
  phone: "13800138000",
  active: true,
  patients: [mother, father],
};
const line = ({ id: of, name, sex, birthYear, active }) => ({
  id: of,
  name,
  sex,
  birthYear,
  active,
});
const page = {
  households: [
    { id: home.id, name: home.name, active: true, patients: [line(mother), line(father)] },
    { id: id(21), name: "演示·陈家", active: true, patients: [] },
  ],
  next: id(21),
};
const son = {
  child: {
    accountId: id(40),
    name: "演示·李明",
    relation: "儿子",
    rights: ["see_vitals", "take_part", "proxy_consent"],
    until: "2027-11-21T15:59:59Z",
  },
  boundAt: "2026-11-01T02:00:00Z",
  proof: "委托书 2026-118",
};
const faulty = {
  sha256: "ab".repeat(32),
  encoding: "gb18030",
  households: 11,
  patients: 18,
  faults: [
    { row: 7, column: "id_number", fault: "check_digit" },
    { row: 9, column: "id_number", fault: "duplicate", otherRow: 3 },
    { row: 12, column: "birth_date", fault: "not_a_date" },
  ],
  faultsInAll: 3,
};
const good = { ...faulty, faults: [], faultsInAll: 0 };

const ANSWERS = {
  "POST /api/households/search": [200, page],
  [`GET /api/households/${home.id}`]: [200, home],
  [`GET /api/households/${home.id}/boxes`]: [
    200,
    {
      household: { id: home.id, name: home.name },
      boxes: [
        { id: id(50), name: "客厅", enrolledAt: "2026-11-01T02:00:00Z", online: true },
        {
          id: id(51),
          name: "卧室",
          enrolledAt: "2026-11-01T02:00:00Z",
          online: false,
          seenAt: "2026-11-21T20:00:00Z",
        },
      ],
    },
  ],
  [`GET /api/patients/${mother.id}/children`]: [200, { patient: line(mother), children: [son] }],
  "POST /api/household-imports/check": [200, faulty],
};
delete ANSWERS[`GET /api/patients/${mother.id}/children`][1].patient.active;

const wearables = {
  kind: "wearables",
  household: { id: home.id, name: home.name },
  patients: [mother, father].map(({ id: of, name, sex, birthYear }) => ({
    id: of,
    name,
    sex,
    birthYear,
  })),
  wearables: [
    {
      address: "C0:00:00:00:01:01",
      model: "BP-2000",
      name: "妈妈的血压计",
      profiles: ["blood_pressure"],
      wearers: [mother.id],
    },
    { address: "C0:00:00:00:01:02", model: "OX-7", profiles: ["pulse_oximeter_spot"], wearers: [] },
  ],
};

async function terminal(hash, more = {}) {
  const opened = await openTerminal(browser, {
    host: "clerk-1.localhost",
    base: "/admin/",
    dist: `${ROOT}cloud-hub/admin-client/dist`,
    viewport: more.viewport ?? { width: 1366, height: 768 },
    scale: 1,
    language: more.language ?? "zh-CN",
    now: NOW,
    me,
    answers: { ...ANSWERS, ...more.answers },
    views: { [`wearables/${home.id}`]: wearables },
  });
  await opened.page.waitForSelector(".office");
  await opened.page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await opened.page.waitForTimeout(300);
  const act = (name) => opened.page.locator(`[data-action="${name}"]:visible`).first().click();
  return { ...opened, act };
}

async function end(opened) {
  faults.push(...opened.faults);
  await opened.close();
}

const csv = { name: "households.csv", mimeType: "text/csv", buffer: Buffer.from("户名\n") };

await playScenes(browser, faults, {
  async lists() {
    const opened = await terminal("#/households");
    await shoot(opened.page, "list");
    await opened.act("make-household");
    await shoot(opened.page, "new-household");
    await end(opened);
    const empty = await terminal("#/households", {
      answers: { "POST /api/households/search": [200, { households: [] }] },
    });
    await shoot(empty.page, "list-empty");
    await end(empty);
    const failed = await terminal("#/households", {
      answers: { "POST /api/households/search": [404, problem("not-found", 404)] },
    });
    await shoot(failed.page, "list-failed");
    await end(failed);
  },
  async household() {
    const opened = await terminal(`#/households/${home.id}`, {
      answers: {
        "POST /api/patients": [
          422,
          problem("invalid-field", 422, { field: "idNumber", detail: "check_digit" }),
        ],
        [`POST /api/patients/${mother.id}/edit`]: [409, problem("edit-conflict", 409)],
      },
    });
    await shoot(opened.page, "household");
    await opened.act("add-patient");
    await opened.page.fill('[name="name"]', "演示·王梅");
    await opened.page.fill('[name="idNumber"]', "110105194912310021");
    await opened.page.selectOption('[name="sex"]', "female");
    await opened.page.fill('[name="birthDate"]', "1949-12-31");
    await opened.act("submit");
    await opened.page.waitForTimeout(300);
    await shoot(opened.page, "new-patient-wrong-number");
    await opened.page.keyboard.press("Escape");
    await opened.act("edit-patient");
    await opened.page.fill('[name="name"]', "演示·王英");
    await opened.act("submit");
    await opened.page.waitForTimeout(300);
    await shoot(opened.page, "edit-conflict");
    await opened.page.keyboard.press("Escape");
    await opened.act("change-rights");
    await shoot(opened.page, "rights");
    await end(opened);
  },
  async imports() {
    const opened = await terminal("#/households/import");
    await shoot(opened.page, "import");
    await opened.page.setInputFiles('input[type="file"]', csv);
    await opened.page.waitForSelector('[data-list="faults"]');
    await shoot(opened.page, "import-faults");
    await end(opened);
    const fine = await terminal("#/households/import", {
      answers: { "POST /api/household-imports/check": [200, good] },
    });
    await fine.page.setInputFiles('input[type="file"]', csv);
    await fine.page.waitForSelector('[data-action="run-import"]');
    await shoot(fine.page, "import-good");
    await end(fine);
  },
  async things() {
    const opened = await terminal(`#/households/${home.id}`);
    await opened.page.locator("[data-device]").first().waitFor();
    await opened.page.locator("[data-part='wearables']").scrollIntoViewIfNeeded();
    await shoot(opened.page, "boxes-and-wearables");
    for (const name of ["confirm-box", "name-box", "move-box", "remove-box"]) {
      await opened.act(name);
      await shoot(opened.page, name);
      await opened.page.keyboard.press("Escape");
    }
    for (const name of ["change-device", "remove-device"]) {
      await opened.act(name);
      await shoot(opened.page, name);
      await opened.page.keyboard.press("Escape");
    }
    await end(opened);
    const english = await terminal(`#/households/${home.id}`, { language: "en" });
    await english.page.locator("[data-device]").first().waitFor();
    await shoot(english.page, "household-english");
    await end(english);
  },
});
