/** Pictures of who watches over access, and of the own account: `node cloud-hub/web-kit/screens/watchers.mjs` after the build. */
import { album, inBothSizes, openBrowser, openTerminal, playScenes, ROOT } from "./stage.mjs";
import { NOW } from "./people.mjs";

const shoot = inBothSizes(album(`${ROOT}target/screens/watchers`));
const browser = await openBrowser();
const faults = [];

const id = (number) => `0198c0de-0000-7000-8000-${String(number).padStart(12, "0")}`;
const administrator = (role, name) => ({
  id: id(1),
  kind: "administrator",
  name,
  role,
  idleLogoutMinutes: 30,
});
const SECURITY = administrator("security", "演示·安管理员");
const AUDIT = administrator("audit", "演示·审管理员");

const account = (number, login, name, more = {}) => ({
  id: id(number),
  login,
  name,
  kind: "doctor",
  active: true,
  secondFactor: true,
  sessions: 0,
  ...more,
});
const accounts = {
  accounts: [
    account(20, "zhao", "演示·赵医生", { sessions: 2 }),
    account(21, "zhou", "演示·周医生", { lockedUntil: "2026-11-22T02:28:00Z" }),
    account(22, "wu.registrar", "演示·吴登记员", { kind: "registrar", secondFactor: false }),
    account(23, "old.doctor", "演示·旧医生", { active: false }),
    account(1, "guard", SECURITY.name, { kind: "administrator", role: "security", sessions: 1 }),
  ],
  more: true,
};

let number = 900;
const line = (kind, action, more = {}) => ({
  number: number--,
  at: new Date(Date.parse(NOW) - (900 - number) * 61_000).toISOString(),
  kind,
  actor: id(20),
  actorName: "演示·赵医生",
  action,
  ...more,
});
const trail = {
  entries: [
    line("opening", "open-vitals", { object: id(30) }),
    line("write", "acceptinvitation", { object: id(40) }),
    line("denial", "see_vitals", { object: id(31) }),
    line("sign_in_failure", "sign-in", { actorName: undefined }),
    line("sign_in", "sign-in"),
    line("write", "make-account", { object: id(21), objectName: "演示·周医生" }),
    line("write", "a-code-of-tomorrow", { object: id(21), objectName: "演示·周医生" }),
  ],
  next: 890,
};
const whole = { whole: true, entries: 900, seals: 45, waiting: 2, anchored: true };
const broken = { whole: false, fault: "entry_changed", number: 412, anchored: true };

const own = {
  "GET /api/me/second-factor": [200, { on: true, required: true, recoveryCodesLeft: 3 }],
  "GET /api/me/sessions": [
    200,
    {
      sessions: [
        {
          id: id(70),
          current: true,
          openedAt: "2026-11-22T00:30:00Z",
          activeAt: NOW,
          browser: "chrome",
          system: "windows",
          address: "192.0.2.17",
        },
        {
          id: id(71),
          current: false,
          openedAt: "2026-11-21T23:10:00Z",
          activeAt: "2026-11-22T02:00:00Z",
          browser: "edge",
          system: "harmony",
          address: "192.0.2.90",
        },
      ],
    },
  ],
};
const ANSWERS = {
  "GET /api/access/accounts": [200, accounts],
  "GET /api/audit/entries": [200, trail],
  "GET /api/audit/verification": [200, whole],
  [`POST /api/access/accounts/${id(20)}/activation-link`]: [
    200,
    {
      path: "/admin/activate#hYk3vQ1w8zR5tX7nB2mC4pL6sD9fG0jKqWeRtYuIoPa",
      expiresAt: "2026-11-23T02:16:00Z",
    },
  ],
  ...own,
};

async function terminal(me, section, more = {}) {
  const opened = await openTerminal(browser, {
    host: "admin.localhost",
    base: "/admin/",
    dist: `${ROOT}cloud-hub/admin-client/dist`,
    viewport: { width: 1366, height: 768 },
    language: "zh-CN",
    now: NOW,
    me,
    ...more,
    answers: { ...ANSWERS, ...more.answers },
  });
  await opened.page.locator(`.menu a[href="#/${section}"]`).click();
  const act = (name) => opened.page.locator(`[data-action="${name}"]:visible`).first().click();
  return { ...opened, act };
}

async function end(opened) {
  faults.push(...opened.faults);
  await opened.close();
}

await playScenes(browser, faults, {
  async access() {
    const opened = await terminal(SECURITY, "access");
    await opened.page.locator("[data-account]").first().waitFor();
    await shoot(opened.page, "access");
    await opened.act("reset");
    await shoot(opened.page, "reset");
    await opened.page.keyboard.press("Escape");
    await opened.act("link");
    await shoot(opened.page, "link-asked");
    await opened.act("link-really");
    await opened.page.locator('[data-label="activation-link"]').waitFor();
    await shoot(opened.page, "link");
    await end(opened);
    const nobody = await terminal(SECURITY, "access", {
      answers: { "GET /api/access/accounts": [200, { accounts: [], more: false }] },
    });
    await nobody.page.locator(".empty").waitFor();
    await shoot(nobody.page, "access-empty");
    await end(nobody);
    const english = await terminal(SECURITY, "access", { language: "en" });
    await english.page.locator("[data-account]").first().waitFor();
    await shoot(english.page, "access-english");
    await end(english);
  },
  async audit() {
    const opened = await terminal(AUDIT, "audit");
    await opened.page.locator("[data-number]").first().waitFor();
    await opened.act("verify");
    await opened.page.locator('[data-verdict="whole"]').waitFor();
    await shoot(opened.page, "audit");
    await end(opened);
    const tampered = await terminal(AUDIT, "audit", {
      language: "en",
      answers: { "GET /api/audit/verification": [200, broken] },
    });
    await tampered.page.locator("[data-number]").first().waitFor();
    await tampered.act("verify");
    await tampered.page.locator('[data-verdict="broken"]').waitFor();
    await shoot(tampered.page, "audit-broken-english");
    await end(tampered);
  },
  async account() {
    const opened = await terminal(AUDIT, "account");
    await opened.page.locator(".own-account").waitFor();
    await opened.page.locator("[data-part]").nth(1).waitFor();
    await shoot(opened.page, "account");
    await end(opened);
  },
});
