// Five terminals in one call on their real pages, and the processes behind it.
import { readFileSync } from "node:fs";
import { root } from "../_report.mjs";
import { fourInACall } from "../join/ours.mjs";
import { openBrowser, seesOthers } from "../join/terminals.mjs";

export const OTHERS = 4;
const PATIENCE_MILLIS = 240_000;
const LOOK_MILLIS = 100;
const BRIDGES = { "janus-a": [20_000, 21_999], "janus-b": [22_000, 23_999] };

export const rest = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Asks again and again until the answer is neither null nor undefined. */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE_MILLIS;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`never came true: ${what}`);
    await rest(LOOK_MILLIS);
  }
}

/** The five pages by name, in one call. `url` may send a terminal another way to the hub. */
export async function fiveInACall(stack, url = (name) => terminalUrl(stack, name)) {
  const browser = await openBrowser();
  const password = readFileSync(`${stack.data}/secrets/demo-password`, "utf8").trim();
  const scripts = [`${root}/cloud-hub/benchmarks/faults/shown.js`];
  const pages = await fourInACall(browser, stack, password, { url, scripts });
  await pages["family-1"].locator("[data-action='join']").first().click();
  for (const page of Object.values(pages)) await seesOthers(page, OTHERS);
  return { browser, pages };
}

export function terminalUrl(stack, name) {
  return stack.ready.terminals.find((one) => one.name === name).url;
}

/** Until every page shows its link up and four others present; answers with the time at which the last one did. */
export async function everyoneIsBack(pages) {
  const times = [];
  for (const page of Object.values(pages)) {
    times.push(
      await until("link up and all present", () =>
        page.evaluate((others) => window.wuduanShown.complete(others), OTHERS),
      ),
    );
  }
  return Math.max(...times);
}

/** Process ids by sibling, as they are now. */
export function pids(stack) {
  try {
    return JSON.parse(readFileSync(`${stack.data}/run/ready.json`, "utf8")).pids;
  } catch {
    return {};
  }
}

export async function anew(stack, sibling, old) {
  await until(`${sibling} runs again`, () => {
    const pid = pids(stack)[sibling];
    return pid === undefined || pid === old ? null : pid;
  });
}

/** The bridge whose range of media ports has more open sockets (proc_net(5): local address in hexadecimal). */
export function bridgeInUse() {
  const ports = readFileSync("/proc/net/udp", "utf8")
    .split("\n")
    .slice(1)
    .map((line) => parseInt(line.trim().split(/\s+/)[1]?.split(":")[1] ?? "0", 16));
  const open = ([first, last]) => ports.filter((port) => port >= first && port <= last).length;
  const [one, other] = Object.keys(BRIDGES);
  return open(BRIDGES[one]) >= open(BRIDGES[other]) ? one : other;
}
