// How fast the fifth person is in a call of four: our child's phone against a plain page at the same Janus.
// ./bench join [ROUNDS]   20 rounds of each unless told
import { readFileSync } from "node:fs";
import { loadNow, median, publish, rounded } from "./_report.mjs";
import { start } from "./_stack.mjs";
import { directCall } from "./join/direct.mjs";
import { ourCall } from "./join/ours.mjs";
import { openBrowser } from "./join/terminals.mjs";

const BLOCK_ROUNDS = 5;
const SETTLE_SECONDS = 2;

const rounds = Number(process.argv[2] ?? 20);
const stack = await start();
const browser = await openBrowser();
const runs = [];
try {
  await measure();
} finally {
  await browser.close();
  await stack.end();
}
publish("join", runs, figures(), [
  "clock: the click on join by the fifth (ours: the child's phone; consent was given before) until the first picture of another person is presented (requestVideoFrameCallback), and until all four are",
  "direct: a plain page with its own WebSocket to the same Janus process, its own room, no hub; camera, codec order, layers and room settings are the same on both sides; both have their socket open before the click and open camera and peer connections after it",
  `four are in the call already; blocks of up to ${BLOCK_ROUNDS} rounds of ours and direct alternate, and only the variant that is measured has its four in a call; before each round ${SETTLE_SECONDS} s of rest`,
  "round 0 of each variant warms it up and is not counted",
  "all share the machine's cores: one Chromium with all pages, the camera drawing, both Janus, the hub, PostgreSQL, the box and its simulator; busy_pct is how much of all cores was busy in the rest before the click, load the one-minute load average",
]);

async function measure() {
  const password = readFileSync(`${stack.data}/secrets/demo-password`, "utf8").trim();
  const ours = await ourCall(browser, stack, password);
  const direct = await directCall(browser, stack);
  await theSameJanus(direct);
  await ours.close();
  for (let next = 0; next <= rounds; next += BLOCK_ROUNDS) {
    const last = Math.min(next + BLOCK_ROUNDS - 1, rounds);
    for (const variant of [ours, direct]) await block(variant, next, last);
  }
  direct.end();
}

/** Both sides must run on one Janus, or their times say nothing about the hub. */
async function theSameJanus(direct) {
  const rooms = await direct.rooms();
  if (!rooms.some(({ room, people }) => room !== direct.room && people > 0)) {
    throw new Error(`our call is not on the Janus of the plain page: ${JSON.stringify(rooms)}`);
  }
}

async function block(variant, from, to) {
  await variant.open();
  for (let round = from; round <= to; round += 1) {
    const click = await variant.join();
    const busy = await busyWhileResting();
    const { first, all } = await click();
    await variant.leave();
    runs.push({
      round,
      variant: variant.name,
      first_ms: rounded(first, 0),
      all_ms: rounded(all, 0),
      busy_pct: busy,
      load: loadNow(),
    });
    process.stdout.write(`${JSON.stringify(runs.at(-1))}\n`);
  }
  await variant.close();
}

/** Rests, and says which share of all cores was busy meanwhile, in percent. */
async function busyWhileResting() {
  const before = cpuTimes();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_SECONDS * 1000));
  const after = cpuTimes();
  return rounded((100 * (after.busy - before.busy)) / (after.all - before.all), 0);
}

/** The first line of /proc/stat (proc(5)): user nice system idle iowait irq softirq steal, in ticks. */
function cpuTimes() {
  const ticks = readFileSync("/proc/stat", "utf8")
    .split("\n", 1)[0]
    .split(/\s+/)
    .slice(1, 9)
    .map(Number);
  const all = ticks.reduce((sum, each) => sum + each, 0);
  return { all, busy: all - ticks[3] - ticks[4] };
}

function figures() {
  const of = (variant, what) =>
    median(runs.filter((run) => run.round > 0 && run.variant === variant).map((run) => run[what]));
  const found = {};
  for (const what of ["first", "all"]) {
    const [direct, ours] = [of("direct", `${what}_ms`), of("ours", `${what}_ms`)];
    found[`direct_${what}_ms_p50`] = rounded(direct, 0);
    found[`ours_${what}_ms_p50`] = rounded(ours, 0);
    found[`ratio_${what}`] = rounded(ours / direct);
  }
  return { ...found, rounds };
}
