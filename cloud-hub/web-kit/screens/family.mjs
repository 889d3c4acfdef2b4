/** Pictures of the family's phone: `node cloud-hub/web-kit/screens/family.mjs` after its build. */
import { album, openBrowser, openTerminal, playScenes, ROOT } from "./stage.mjs";
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
const home = {
  ...people.family,
  patients: [{ ...mother, rights, vitals: people.latest }, father],
};
const quiet = { ...home, patients: home.patients.map((each) => ({ ...each })) };
for (const each of quiet.patients) delete each.consultation;

const text = {
  version: "home-consultation-1",
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
    return tiles.every((tile) => Number(tile.dataset.frames) > 3);
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

await playScenes(browser, faults, { signIn, tabs, way, call, edges, largeText });
