/** Pictures of the family's phone: `node cloud-hub/web-kit/screens/family.mjs` after its build. */
import { album, openBrowser, openTerminal, playScenes, problem, ROOT } from "./stage.mjs";
import { demonstration, NOW } from "./people.mjs";

const people = await demonstration();
const shoot = album(`${ROOT}target/screens/family`);
const browser = await openBrowser();
const faults = [];

const { view } = people;
const { patient, doctor } = view;
const [mother] = people.family.patients;
const rights = ["see_vitals", "take_part", "proxy_consent"];
const father = {
  ...mother,
  patient: { ...patient, id: view.call.id, name: "演示·李国华", sex: "male", birthYear: 1947 },
  rights: ["see_vitals"],
  vitals: {},
};
delete father.consultation;
delete father.household;
delete father.until;
const home = {
  ...people.family,
  patients: [{ ...mother, rights, vitals: people.latest }, father],
};
const quiet = { ...home, patients: home.patients.map((each) => ({ ...each })) };
for (const each of quiet.patients) delete each.consultation;

const text = {
  version: "home-consultation-2",
  language: "zh-CN",
  title: "视频看病同意书",
  paragraphs: [
    "医生会通过电视和您说话,也会看到您的测量。",
    "您可以随时结束。需要时,医生会请您去医院。",
  ],
};

const stream = { consultation: `consultation/${view.id}`, vitals: `vitals/${patient.id}` };
const me = { id: home.me.id, kind: "family", name: home.me.name, idleLogoutMinutes: 30 };

async function terminal(views, more = {}) {
  const opened = await openTerminal(browser, {
    host: "family-1.localhost",
    base: "/family/",
    dist: `${ROOT}family-mobile/dist`,
    viewport: { width: 390, height: 844 },
    scale: 2,
    language: "zh-CN",
    now: NOW,
    me,
    answers: { "GET /api/consent-text": [200, text] },
    views: { [stream.vitals]: people.vitals, ...views },
    ...more,
  });
  const { page } = opened;
  return { ...opened, act: (name) => page.locator(`[data-action="${name}"]:visible`).first() };
}

async function close(opened) {
  faults.push(...opened.faults);
  await opened.close();
}

const seen = { ...view, doctor, opinions: [], invitations: [] };
delete seen.legalBasis;
delete seen.invitation;
const seats = [
  { ...view.call.seats[0] },
  { ...view.call.seats[1] },
  { ...view.call.seats[2], presence: "present" },
  { id: view.id, role: "family", name: me.name, presence: "present" },
];
const seated = {
  ...seen,
  call: { ...view.call, seats, mySeatId: view.id },
  actions: ["leave"],
};

async function signIn() {
  const opened = await terminal({}, { me: null });
  await opened.page.locator('[data-screen="sign-in"]').waitFor();
  await shoot(opened.page, "sign-in");
  await close(opened);
}

async function tabs() {
  const opened = await terminal({ inbox: quiet });
  const { page, act } = opened;
  await page.locator('[data-vital="systolic"]').waitFor();
  await shoot(page, "today");
  await act("tab-trend").click();
  await page.locator(".trend-chart canvas").waitFor();
  await shoot(page, "trend");
  await act("tab-care").click();
  await page.fill('[name="complaint"]', "头晕三天,早上重");
  await shoot(page, "request");
  await act("tab-family").click();
  await shoot(page, "family");
  await act("elder").click();
  await act("tab-today").click();
  await shoot(page, "today-elder");
  await close(opened);
}

async function way() {
  const opened = await terminal({
    inbox: home,
    [stream.consultation]: { ...seen, call: undefined, state: "waiting", actions: ["cancel"] },
  });
  const { page, act, hub } = opened;
  const step = async (state, actions, name) => {
    hub.push(stream.consultation, { ...seen, call: undefined, state, actions });
    await page.locator(`[data-screen="banner"][data-state="${state}"]`).waitFor();
    await shoot(page, name);
  };
  await step("waiting", ["cancel"], "banner-waiting");
  await act("open-care").click();
  await shoot(page, "running");
  await act("tab-today").click();
  await step("unanswered", ["cancel"], "banner-unanswered");
  await step("consenting", ["consent", "cancel"], "banner-consenting");
  await act("consent").click();
  await page.locator(".consent-text").waitFor();
  await shoot(page, "consent");
  await act("close").click();
  await step("live", ["join"], "banner-live");
  await close(opened);
}

async function call() {
  const opened = await terminal({ inbox: home, [stream.consultation]: seated });
  const { page, act, hub } = opened;
  await page.locator('.call[data-phase="live"]').waitFor();
  await page.waitForFunction(() => {
    const tiles = [...document.querySelectorAll('.tile[data-mine="false"]')];
    return tiles.every(
      (tile) => tile.querySelector("video").getVideoPlaybackQuality().totalVideoFrames > 3,
    );
  });
  await shoot(page, "call");
  await act("vitals").click();
  await shoot(page, "call-vitals");
  await act("close").click();
  await act("leave").click();
  await shoot(page, "call-leave");
  await act("stay").click();
  const gone = seats.map((seat) =>
    seat.role === "first_contact" ? { ...seat, presence: "reconnecting" } : seat,
  );
  hub.push(stream.consultation, { ...seated, call: { ...seated.call, seats: gone } });
  hub.loseLink();
  await page.locator('[data-state="call-link-lost"]').waitFor();
  await shoot(page, "call-link-lost");
  await close(opened);
}

async function edges() {
  const nobody = await terminal({ inbox: { ...home, patients: [], summaries: [] } });
  await nobody.page.locator('[data-state="no-parent"]').waitFor();
  await shoot(nobody.page, "no-parent");
  nobody.hub.loseLink();
  await nobody.page.locator('[data-state="link-lost"]').waitFor();
  await shoot(nobody.page, "link-lost");
  await close(nobody);
  const english = await terminal(
    { inbox: home, [stream.consultation]: { ...seen, call: undefined, actions: ["join"] } },
    { language: "en" },
  );
  await english.page.locator('[data-vital="systolic"]').waitFor();
  await shoot(english.page, "english");
  await close(english);
}

/** Televisions, binding and registering. */
async function household() {
  const id = view.call.id;
  const at = new Date(NOW).toISOString();
  const living = { id, name: "客厅", enrolledAt: at, online: true, seenAt: at };
  const boxes = [living, { ...living, id: view.id, name: "卧室", online: false }];
  delete boxes[1].seenAt;
  const place = { id, name: "演示·李家" };
  const manager = { ...quiet.patients[0], household: place, until: "2027-11-22T00:00:00Z" };
  manager.rights = [...rights, "manage_devices"];
  const path = `/api/households/${id}/boxes`;
  const answers = {
    [`GET ${path}`]: [200, { household: place, boxes }],
    "POST /api/boxes/confirmations": [429, problem("locked-out", 429, { retryAfterSeconds: 540 })],
  };
  const opened = await terminal(
    { inbox: { ...quiet, patients: [manager, quiet.patients[1]] } },
    { answers },
  );
  const { page, act } = opened;
  await act("tab-family").click();
  await page.locator("[data-box]").first().waitFor();
  const section = (name) => page.locator(name).first().scrollIntoViewIfNeeded();
  await shoot(page, "family-manager");
  await act("leave-parent").click();
  await shoot(page, "family-leave");
  await act("close").click();
  await section("[data-household]");
  await shoot(page, "boxes");
  await act("remove-box").click();
  await shoot(page, "boxes-remove");
  await act("close").click();
  await page.evaluate(() => (location.hash = "box=K7MP4XQ2"));
  await page.locator('[data-screen="add-box"]').waitFor();
  await page.fill('[name="box-name"]', "书房");
  await act("confirm-box").click();
  await page.locator('[data-problem="locked-out"]').waitFor();
  await section('[data-screen="add-box"]');
  await shoot(page, "boxes-add-locked");
  await section('[data-screen="bind"]');
  await shoot(page, "bind");
  await close(opened);
  const nobody = await terminal({}, { me: null });
  await nobody.page.evaluate(() => (location.hash = "bind=K7MP4XQ2"));
  await nobody.page.locator('[data-screen="register"]').waitFor();
  await shoot(nobody.page, "register");
  await close(nobody);
  const small = await terminal(
    {},
    { me: null, viewport: { width: 320, height: 422 }, language: "en" },
  );
  await small.page.evaluate(() => (location.hash = "bind=K7MP4XQ2"));
  await small.page.locator('[data-screen="register"]').waitFor();
  await shoot(small.page, "text-200-register-english");
  await close(small);
}

/** Text of 200 %: half the window in CSS pixels. */
async function largeText() {
  const small = { viewport: { width: 320, height: 422 }, scale: 2 };
  const opened = await terminal({ inbox: quiet }, small);
  const { page, act } = opened;
  await page.locator('[data-vital="systolic"]').waitFor();
  await shoot(page, "text-200-today");
  for (const tab of ["trend", "care", "family"]) {
    await act(`tab-${tab}`).click();
    await page.waitForTimeout(100);
    await shoot(page, `text-200-${tab}`);
  }
  await close(opened);
  const seatedNow = await terminal({ inbox: home, [stream.consultation]: seated }, small);
  await seatedNow.page.locator('.call[data-phase="live"]').waitFor();
  await seatedNow.act("enlarge").focus();
  await seatedNow.page.keyboard.press("Enter");
  await shoot(seatedNow.page, "text-200-call");
  await seatedNow.act("leave").click();
  await shoot(seatedNow.page, "text-200-leave");
  await close(seatedNow);
}

async function maintenance() {
  const opened = await terminal({ inbox: home }, { notice: "no_new_calls" });
  await opened.page.locator('[data-notice="no-new-calls"]').waitFor();
  await shoot(opened.page, "maintenance");
  await close(opened);
}

await playScenes(browser, faults, {
  signIn,
  tabs,
  way,
  call,
  edges,
  household,
  largeText,
  maintenance,
});
