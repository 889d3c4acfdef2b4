// Our side: television, three doctors and the child, each on its real page, in one real consultation.
import { seesOthers, terminal, timedJoin } from "./terminals.mjs";

const ARROWS = ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"];
const PRESSES_MAX = 12;
const FOUR = [
  { name: "tv-1", code: 1, width: 1280, height: 720 },
  { name: "doctor-1", code: 3, width: 1366, height: 768 },
  { name: "doctor-2", code: 4, width: 1366, height: 768 },
  { name: "doctor-3", code: 5, width: 1366, height: 768 },
];
const FIFTH = { name: "family-1", code: 2, width: 390, height: 844 };

/** Four in a call and the fifth before its door: pages by the terminal's name. `url` answers with where a terminal opens. */
export async function fourInACall(browser, stack, password, { url, scripts = [] }) {
  const pages = {};
  for (const one of [...FOUR, FIFTH]) pages[one.name] = await terminal(browser, one, scripts);
  await nothingWorn(stack);
  await pages["tv-1"].goto(url("tv-1"));
  await signIn(pages[FIFTH.name], url(FIFTH.name), { login: FIFTH.name, password }, "today");
  for (const login of ["doctor-1", "doctor-2", "doctor-3"]) {
    await signIn(pages[login], url(login), { login, password }, "workstation");
  }
  await consult(pages);
  for (const { name } of FOUR) await seesOthers(pages[name], FOUR.length - 1);
  return pages;
}

export async function ourCall(browser, stack, password) {
  const url = (name) => stack.ready.terminals.find((one) => one.name === name).url;
  const pages = await fourInACall(browser, stack, password, { url });
  const four = FOUR.map(({ name }) => [pages[name], url(name)]);
  const child = pages[FIFTH.name];

  const complete = async () => {
    for (const [page] of four) await seesOthers(page, FOUR.length - 1);
  };
  return {
    name: "ours",
    /** The four come back into their seats. */
    async open() {
      for (const [page, address] of four) await page.goto(address);
      await complete();
    },
    /** The four go, so that the other variant has the machine to itself. */
    async close() {
      for (const [page] of four) await page.goto("about:blank");
    },
    async join() {
      await child.locator("[data-action='join']").waitFor();
      return () => timedJoin(child, FOUR.length);
    },
    async leave() {
      await child.locator("[data-action='leave']").click();
      await child.locator("[data-action='leave-confirm']").click();
      await child.locator("[data-action='join']").waitFor();
    },
  };
}

/** What straps and oximeters send by themselves would cover the television's screens. */
export async function nothingWorn({ ready }) {
  for (const { port } of ready.simulators) {
    for (const device of ["strap", "oximeter"]) {
      const path = `http://127.0.0.1:${port}/devices/${device}/worn`;
      const { ok, status } = await fetch(path, { method: "PUT", body: "false" });
      if (!ok) throw new Error(`the simulator refused with ${status}`);
    }
  }
}

export async function signIn(page, url, { login, password }, screen) {
  await page.goto(url);
  await page.locator("input[name='login']").fill(login);
  await page.locator("input[name='password']").fill(password);
  await page.locator("[data-action='sign-in']").click();
  await page.locator(`[data-screen='${screen}']`).waitFor();
}

/** From 看医生 to a live consultation with both invited doctors in it. */
async function consult({
  "tv-1": tv,
  "doctor-1": first,
  "doctor-2": county,
  "doctor-3": tertiary,
}) {
  await talk(tv, first);
  await invite(first, [county, tertiary]);
}

/** From 看医生 to a live consultation of patient and first-contact doctor. */
export async function talk(tv, first) {
  await tv.locator("[data-screen='home'], [data-screen='measurement']").first().waitFor();
  if (await tv.locator("[data-screen='measurement']").first().isVisible()) await press(tv, "done");
  await onScreen(tv, "home");
  await press(tv, "see");
  await onScreen(tv, "choose");
  await tv.keyboard.press("Enter");
  await first.locator(".queue-item [data-action='accept']").first().click();
  await first.locator("dialog input[name='kind'][value='follow_up']").check();
  await first.locator("dialog input[name='institution']").fill("演示·县人民医院");
  await first.locator("dialog input[name='on']").fill("2026-10-08");
  await first.locator("dialog input[name='diagnosis']").fill("演示·高血压");
  await first.locator("dialog [data-action='accept']").click();
  await onScreen(tv, "ring");
  await press(tv, "answer");
  await onScreen(tv, "consent");
  await press(tv, "agree");
  await onScreen(tv, "call");
}

async function invite(first, others) {
  await first.locator("[data-action='open-invite']").first().click();
  for (const name of ["钱医生", "孙医生"]) {
    await first.locator("label[data-doctor]").filter({ hasText: name }).locator("input").check();
  }
  await first.locator("[data-field='reason'] [name='reason']").fill("头晕三天");
  await first.locator("[data-field='purpose'] [name='purpose']").fill("明确诊断");
  await first.locator("dialog [data-action='invite']").click();
  for (const page of others) {
    await page.locator("[data-action='accept-invitation']").first().click();
  }
}

function onScreen(tv, name) {
  return tv.locator(`[data-screen='${name}']`).first().waitFor();
}

/** Moves the focus to one of the screen's keys as a remote control does, and presses OK as soon as it counts. */
async function press(tv, key) {
  const wanted = tv.locator(`[data-key='${key}']`).first();
  const next = tv.locator("[data-ready='true'] [data-key='next'][data-focus]").first();
  // A key that comes with the last page of a text is reached page by page.
  for (;;) {
    await wanted.or(next).first().waitFor();
    if (await wanted.isVisible()) break;
    await tv.keyboard.press("Enter");
  }
  const focused = () => tv.locator("[data-focus]").first().getAttribute("data-focus");
  for (let presses = 0; (await focused()) !== key; presses += 1) {
    if (presses === PRESSES_MAX) throw new Error(`the arrows do not lead to ${key}`);
    await tv.keyboard.press(ARROWS[presses % ARROWS.length]);
  }
  await tv.locator("[data-ready='true']").first().waitFor();
  await tv.keyboard.press("Enter");
}
