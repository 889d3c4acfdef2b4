// How long pictures stand still when the bridge of a call dies or hangs, and how long screens are without a killed hub.
// ./bench recovery [--rounds N] [--only crash|hang|hub] [--new]   adds N rounds of each (20 unless told) to the file's
import {
  commit,
  earlierRuns,
  keep,
  loadNow,
  numberOption,
  publish,
  quantile,
  rounded,
} from "./_report.mjs";
import { start } from "./_stack.mjs";
import {
  anew,
  bridgeInUse,
  everyoneIsBack,
  fiveInACall,
  OTHERS,
  pids,
  rest,
  until,
} from "./faults/call.mjs";

const SETTLE_MILLIS = 3_000;
/** Pictures come ten times a second: a pause of this length is a gap. */
const GAP_MILLIS = 450;
const NOTES = [
  "five real pages in one call, 640x360 at 10 pictures a second with simulcast; one gap a round: the longest pause of any picture on any of the five screens (twenty pictures), so the slowest decides",
  "crash: kill -9 of the Janus that carries the call; hang: SIGSTOP of it (it is killed when all pictures are back, so that the next round has two healthy ones)",
  "hub_restart: kill -9 of the hub until the last of the five screens shows its link up and four others present; media_gap_ms is the longest pause of a picture meanwhile",
  "a round that is not whole again within four minutes ends the bench with an error; what was measured before it is kept",
  "all share the machine's cores: one Chromium with five pages, both Janus, the hub, PostgreSQL, the box and its simulator",
];

const rounds = numberOption("--rounds", 20);
const only = process.argv.includes("--only")
  ? process.argv[process.argv.indexOf("--only") + 1]
  : "";
const KINDS = { crash: bridgeDies, hang: bridgeHangs, hub: hubDies };
const runs = earlierRuns("recovery");
const stack = await start();
const { browser, pages } = await fiveInACall(stack);
try {
  for (let round = 0; round < rounds; round += 1) {
    for (const [kind, happens] of Object.entries(KINDS)) {
      if (only !== "" && only !== kind) continue;
      await everyoneIsBack(pages);
      await picturesMove(Date.now());
      await rest(SETTLE_MILLIS);
      runs.push({ kind, ...(await happens()), load: loadNow(), commit: commit() });
      process.stdout.write(`${JSON.stringify(runs.at(-1))}\n`);
      keep("recovery", runs, figures(), NOTES);
    }
  }
} finally {
  await browser.close();
  await stack.end();
}
publish("recovery", runs, figures(), NOTES);

function pausesOn(page, since) {
  return page.evaluate((at) => window.wuduanShown.pauses(at), since);
}

/** Until each of the twenty pictures was renewed after `since`. */
async function picturesMove(since) {
  for (const page of Object.values(pages)) {
    await until("all pictures move", async () => {
      const all = await pausesOn(page, since);
      return all.length === OTHERS && all.every(({ newest }) => newest > since) ? true : null;
    });
  }
}

/** Until each picture has stood still and moves again; answers with the longest pause. */
async function longestGap(since) {
  let longest = 0;
  for (const page of Object.values(pages)) {
    const all = await until("all pictures are back", async () => {
      const pauses = await pausesOn(page, since);
      const back = pauses.every(
        (one) => one.longest >= GAP_MILLIS && Date.now() - one.newest < GAP_MILLIS,
      );
      return pauses.length === OTHERS && back ? pauses : null;
    });
    longest = Math.max(longest, ...all.map((one) => one.longest));
  }
  return longest;
}

async function bridgeDies() {
  const name = bridgeInUse();
  const pid = pids(stack)[name];
  const since = Date.now();
  process.kill(pid, "SIGKILL");
  const gap = await longestGap(since);
  await anew(stack, name, pid);
  return { victim: name, ms: gap };
}

async function bridgeHangs() {
  const name = bridgeInUse();
  const pid = pids(stack)[name];
  const since = Date.now();
  process.kill(pid, "SIGSTOP");
  try {
    return { victim: name, ms: await longestGap(since) };
  } finally {
    killIfThere(pid);
    await anew(stack, name, pid);
  }
}

/** The launcher itself ends one that hangs: on a slow machine it may have been quicker. */
function killIfThere(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch (e) {
    if (e.code !== "ESRCH") throw e;
  }
}

async function hubDies() {
  const { hub } = pids(stack);
  const since = Date.now();
  process.kill(hub, "SIGKILL");
  for (const [name, page] of Object.entries(pages)) {
    await until(`${name} says that the link is lost`, () =>
      page.evaluate((at) => window.wuduanShown.linkAfter(at, "lost"), since),
    );
  }
  const back = await everyoneIsBack(pages);
  const pauses = [];
  for (const page of Object.values(pages)) pauses.push(...(await pausesOn(page, since)));
  return {
    victim: "hub",
    ms: back - since,
    media_gap_ms: Math.max(...pauses.map(({ longest }) => longest)),
  };
}

function figures() {
  const of = (kind) => runs.filter((run) => run.kind === kind).map(({ ms }) => ms);
  const found = { participants: OTHERS + 1 };
  const put = (name, list, share) => {
    if (list.length > 0) found[name] = rounded(quantile(list, share), 0);
  };
  put("crash_gap_ms_p50", of("crash"), 0.5);
  put("crash_gap_ms_p95", of("crash"), 0.95);
  put("hang_gap_ms_p50", of("hang"), 0.5);
  put("hang_gap_ms_p95", of("hang"), 0.95);
  put("hub_restart_resume_ms_p50", of("hub"), 0.5);
  put("hub_restart_resume_ms_p95", of("hub"), 0.95);
  for (const kind of Object.keys(KINDS)) found[`n_${kind}`] = of(kind).length;
  found.n = Math.min(...Object.keys(KINDS).map((kind) => of(kind).length));
  return found;
}
