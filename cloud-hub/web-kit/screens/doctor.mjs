/** Pictures of the doctor's workstation: `node cloud-hub/web-kit/screens/doctor.mjs` after its build. */
import { album, openBrowser, openTerminal, playScenes, problem, ROOT } from "./stage.mjs";
import { demonstration, NOW } from "./people.mjs";

const people = await demonstration();
const { view, inbox, vitals } = people;
const shoot = album(`${ROOT}target/screens/doctor`);
const browser = await openBrowser();
const faults = [];

const stream = { consultation: `consultation/${view.id}`, vitals: `vitals/${view.patient.id}` };
const { kind, id, patient, requestedBy, requestedAt, complaint } = view;
const early = {
  kind,
  id,
  patient,
  requestedBy,
  requestedAt,
  complaint,
  invitations: [],
  opinions: [],
};

async function terminal(views, more = {}) {
  const opened = await openTerminal(browser, {
    host: "doctor-1.localhost",
    base: "/doctor/",
    dist: `${ROOT}doctor-client/dist`,
    viewport: { width: 1366, height: 768 },
    language: "zh-CN",
    now: NOW,
    me: people.me,
    views,
    answers: { "GET /api/duty": [200, people.duty], ...more.answers },
    ...more.cast,
  });
  const { page } = opened;
  return { ...opened, act: (name) => page.locator(`[data-action="${name}"]:visible`).first() };
}

async function close(opened) {
  faults.push(...opened.faults);
  await opened.close();
}

const full = { ...inbox, waiting: people.waiting };
const running = [{ consultationId: view.id, state: "live", patient: view.patient }];

async function signIn() {
  const locked = problem("locked-out", 429, { retryAfterSeconds: 600 });
  const opened = await terminal(
    { inbox: full },
    { cast: { me: null }, answers: { "POST /api/sessions": [429, locked] } },
  );
  const { page, act } = opened;
  await page.locator('[data-screen="sign-in"]').waitFor();
  await shoot(page, "sign-in");
  await page.fill('[name="login"]', "doctor-1");
  await page.fill('[name="password"]', "wrong");
  await act("sign-in").click();
  await page.locator('[data-state="locked-out"]').waitFor();
  await shoot(page, "locked-out");
  await close(opened);
}

async function queue() {
  const views = {
    inbox: full,
    [stream.consultation]: { ...early, state: "waiting", actions: ["accept"] },
    [stream.vitals]: vitals,
  };
  const opened = await terminal(views);
  const { page, act, hub } = opened;
  await page.locator(".queue-item").first().waitFor();
  await shoot(page, "queue");
  await page.locator(`.queue-item[data-consultation="${view.id}"] [data-action="open"]`).click();
  await page.locator(".trend-chart canvas").first().waitFor();
  await shoot(page, "case-waiting");
  await act("accept").click();
  await page.locator('dialog [name="kind"][value="follow_up"]').check();
  await page.locator('dialog [name="institution"]').fill("演示县人民医院");
  await page.locator('dialog [name="on"]').fill("2026-10-08");
  await page.locator('dialog [name="diagnosis"]').fill("高血压 2 级");
  await shoot(page, "accept");
  await act("close").click();
  const { doctor, legalBasis, ring } = view;
  const accepted = { ...early, doctor, legalBasis, ring };
  const step = async (state, more, name) => {
    hub.push(stream.consultation, { ...accepted, state, ...more });
    await page.locator(`.case[data-state="${state}"]`).waitFor();
    await shoot(page, name);
  };
  await step("ringing", { actions: ["withdraw-ring"] }, "ringing");
  const missed = { ...ring, count: 2, outcome: "no_answer" };
  await step("unanswered", { ring: missed, actions: ["ring", "cancel"] }, "unanswered");
  await step("consenting", { actions: [] }, "consenting");
  await page.keyboard.press("?");
  await shoot(page, "help");
  await close(opened);
}

const seat = (role, name, presence = "present") => ({
  id: `0198c0de-0000-7000-a000-${role.padEnd(12, "0").replace(/[^0-9a-f]/g, "1")}`,
  role,
  name,
  presence,
});
const five = [
  view.call.seats[0],
  view.call.seats[1],
  { ...view.call.seats[2], presence: "present" },
  seat("tertiary", "演示·孙主任"),
  seat("family", "演示·李明"),
];
const live = {
  ...view,
  call: { ...view.call, seats: five },
  invitations: [
    ...view.invitations,
    { ...view.invitations[0], id: view.id, doctor: people.doctors.sun, state: "ringing" },
    {
      ...view.invitations[0],
      id: view.patient.id,
      doctor: people.doctors.li,
      state: "declined",
      declineReason: "正在接诊",
    },
  ],
  actions: ["invite", "withdraw-invitation", "submit-opinion", "conclude"],
};

async function call() {
  const views = {
    inbox: { ...full, waiting: full.waiting.slice(1, 5), current: running },
    [stream.consultation]: live,
    [stream.vitals]: vitals,
  };
  const opened = await terminal(views);
  const { page, act, hub } = opened;
  await page.locator('.call[data-phase="live"]').waitFor();
  await page.waitForFunction(() => {
    const tiles = [...document.querySelectorAll('.tile[data-mine="false"]')];
    return tiles.every(
      (tile) => tile.querySelector("video").getVideoPlaybackQuality().totalVideoFrames > 3,
    );
  });
  await shoot(page, "call-five");
  await page.fill('[name="opinion"]', "血压较平时偏高,建议动态血压监测,暂不加药。");
  const lost = five.map((each) =>
    each.role === "county" ? { ...each, presence: "reconnecting" } : each,
  );
  hub.push(stream.consultation, { ...live, call: { ...live.call, seats: lost } });
  await act("microphone").click();
  await page.locator('[data-presence="reconnecting"]').waitFor();
  await shoot(page, "call-reconnecting");
  await act("open-invite").click();
  await page.locator('[data-action="choose-doctor"]:enabled').first().check();
  await shoot(page, "invite");
  await act("close").click();
  await act("conclude").click();
  await page.check('[name="outcome"][value="normal"]');
  await page.fill('[name="summary"]', "每天早上吃一片降压药,早晚各量一次血压,一周后来复查。");
  await shoot(page, "conclude");
  await act("conclude-next").click();
  await shoot(page, "conclude-confirm");
  await act("close").click();
  await page.locator('.queue-item [data-action="open"]').first().click();
  await page.locator('[data-state="still-in-call"]').waitFor();
  await shoot(page, "still-in-call");
  await act("back-to-call").click();
  await act("sign-out").click();
  await shoot(page, "sign-out");
  await act("close").click();
  hub.loseLink();
  await page.locator('[data-state="link-lost"]').waitFor();
  await shoot(page, "link-lost");
  await close(opened);
}

async function expired() {
  const opened = await terminal({
    inbox: { ...full, current: running },
    [stream.consultation]: live,
    [stream.vitals]: vitals,
  });
  await opened.page.locator('.call[data-phase="live"]').waitFor();
  opened.hub.end(4401);
  await opened.page.locator('[data-screen="sign-in-again"]').waitFor();
  await shoot(opened.page, "expired");
  await close(opened);
}

async function invited() {
  const qian = { ...people.me, name: people.doctors.qian.name, doctor: people.doctors.qian };
  const ring = { ...people.invitation, from: people.inbox.me };
  const opened = await terminal(
    { inbox: { ...inbox, me: people.doctors.qian, recent: [], invitations: [ring] } },
    { cast: { me: qian } },
  );
  await opened.page.locator('[data-screen="ring"]').waitFor();
  await shoot(opened.page, "ring");
  await opened.act("decline-invitation").click();
  await shoot(opened.page, "decline");
  await close(opened);
}

async function ended() {
  const summary = { ...inbox.recent[0], outcome: "in_person" };
  const opened = await terminal({
    inbox: { ...inbox, current: running },
    [stream.consultation]: { ...live, state: "concluded", summary, actions: [], call: undefined },
    [stream.vitals]: vitals,
  });
  await opened.page.locator('.case[data-state="concluded"]').waitFor();
  await shoot(opened.page, "concluded");
  await close(opened);
}

async function otherSizes() {
  const views = {
    inbox: { ...full, current: running },
    [stream.consultation]: live,
    [stream.vitals]: vitals,
  };
  for (const [name, cast] of [
    ["english", { language: "en" }],
    ["wide-1920", { viewport: { width: 1920, height: 1080 } }],
    ["text-200", { viewport: { width: 683, height: 384 }, scale: 2 }],
  ]) {
    const opened = await terminal(views, { cast });
    await opened.page.locator('.call[data-phase="live"]').waitFor();
    await opened.page.waitForFunction(
      () =>
        document.querySelector('.tile[data-mine="false"] video')?.getVideoPlaybackQuality()
          .totalVideoFrames > 3,
    );
    await shoot(opened.page, name);
    await close(opened);
  }
}

/** Text of 200 %: half the window in CSS pixels. Nothing may be cut off or out of reach. */
async function largeText() {
  const views = {
    inbox: { ...full, current: running },
    [stream.consultation]: live,
    [stream.vitals]: vitals,
  };
  const cast = { viewport: { width: 683, height: 384 }, scale: 2 };
  const nobody = { "GET /api/duty": [404, problem("not-found", 404)] };
  const opened = await terminal(views, { cast, answers: nobody });
  const { page, act } = opened;
  await page.locator('.call[data-phase="live"]').waitFor();
  await act("open-invite").click();
  await page.locator('[data-state="duty-failed"]:visible').first().waitFor();
  await shoot(page, "text-200-duty-failed");
  await act("close").click();
  await act("conclude").click();
  await shoot(page, "text-200-conclude");
  await act("close").click();
  await page.locator('.queue-item [data-action="accept"]').first().click();
  await shoot(page, "text-200-accept");
  await act("close").click();
  await page.locator(".queue-item").nth(1).scrollIntoViewIfNeeded();
  await shoot(page, "text-200-queue");
  await close(opened);
}

async function maintenance() {
  const opened = await terminal({ inbox: full }, { cast: { notice: "no_new_calls" } });
  await opened.page.locator('[data-notice="no-new-calls"]').waitFor();
  await shoot(opened.page, "maintenance");
  await close(opened);
}

await playScenes(browser, faults, {
  signIn,
  queue,
  call,
  expired,
  invited,
  ended,
  otherSizes,
  largeText,
  maintenance,
});
