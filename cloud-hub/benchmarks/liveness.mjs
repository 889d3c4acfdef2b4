// How soon a screen says that its own link is lost, and that somebody else is gone, when nobody is told.
// ./bench liveness [--rounds N] [--new]   adds N rounds (8 unless told) to those of target/bench/liveness.json
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
import { cableTo } from "./faults/cable.mjs";
import {
  everyoneIsBack,
  fiveInACall,
  OTHERS,
  pids,
  rest,
  terminalUrl,
  until,
} from "./faults/call.mjs";

const CABLED = ["family-1", "doctor-1", "doctor-2", "doctor-3"];
const WHO_GOES = [...CABLED, "tv-1"];
const SETTLE_MILLIS = 1_500;
const NOTES = [
  "five real pages in one call; each round: the hub is stopped (SIGSTOP) until all five screens have said so, then two terminals, one after the other, are cut off",
  "cut off: the cable between the page and the hub passes nothing more and closes nothing; the television is cut off by stopping its box. Media is not cut",
  "link_lost: from the fault until the screen that is concerned shows its link as lost, in the frame that paints it; gone_tile: until each of the four other screens shows that person as not present",
  "n is the smaller number of the two kinds of samples; faults fall at chance moments between two beats",
  "all share the machine's cores: one Chromium with five pages, both Janus, the hub, PostgreSQL, the box and its simulator",
];

const rounds = numberOption("--rounds", 8);
const runs = earlierRuns("liveness");
const stack = await start();
const cables = {};
const hubPort = Number(new URL(stack.ready.hub).port);
for (const name of CABLED) cables[name] = await cableTo(hubPort);
const { browser, pages } = await fiveInACall(stack, (name) => {
  const url = new URL(terminalUrl(stack, name));
  if (cables[name] !== undefined) url.port = String(cables[name].port);
  return url.href;
});
try {
  for (let round = 0; round < rounds; round += 1) {
    await hubStops(round);
    for (const turn of [0, 1]) await someoneGoes(WHO_GOES[(2 * round + turn) % WHO_GOES.length]);
    keep("liveness", runs, figures(), NOTES);
  }
} finally {
  for (const cable of Object.values(cables)) cable.end();
  await browser.close();
  await stack.end();
}
publish("liveness", runs, figures(), NOTES);

function took(kind, victim, screen, millis) {
  runs.push({ kind, victim, screen, ms: rounded(millis, 0), load: loadNow(), commit: commit() });
  process.stdout.write(`${JSON.stringify(runs.at(-1))}\n`);
}

async function settled() {
  await everyoneIsBack(pages);
  await rest(SETTLE_MILLIS + Math.random() * 2_000);
}

async function linkLost(name, since) {
  return (
    (await until(`${name} says that its link is lost`, () =>
      pages[name].evaluate((at) => window.wuduanShown.linkAfter(at, "lost"), since),
    )) - since
  );
}

async function hubStops() {
  await settled();
  const { hub } = pids(stack);
  const since = Date.now();
  process.kill(hub, "SIGSTOP");
  try {
    for (const name of Object.keys(pages)) {
      took("link_lost", "hub", name, await linkLost(name, since));
    }
  } finally {
    process.kill(hub, "SIGCONT");
  }
}

async function someoneGoes(victim) {
  await settled();
  const box = pids(stack)["box-1"];
  const since = Date.now();
  if (victim === "tv-1") process.kill(box, "SIGSTOP");
  else cables[victim].cut();
  try {
    took("link_lost", victim, victim, await linkLost(victim, since));
    for (const name of Object.keys(pages).filter((one) => one !== victim)) {
      took("gone_tile", victim, name, (await goneOn(name, since)) - since);
    }
  } finally {
    if (victim === "tv-1") process.kill(box, "SIGCONT");
    else cables[victim].mend();
  }
}

/** When a page first showed anybody as gone; only one is. */
function goneOn(name, since) {
  return until(`${name} shows who is gone`, async () => {
    const gone = Object.values(
      await pages[name].evaluate((at) => window.wuduanShown.goneAfter(at), since),
    );
    if (gone.length > OTHERS) throw new Error("more are gone than there were");
    return gone.length === 0 ? null : Math.min(...gone);
  });
}

function figures() {
  const of = (kind) => runs.filter((run) => run.kind === kind).map(({ ms }) => ms);
  const [lost, gone] = [of("link_lost"), of("gone_tile")];
  return {
    link_lost_shown_ms_p50: rounded(quantile(lost, 0.5), 0),
    link_lost_shown_ms_p99: rounded(quantile(lost, 0.99), 0),
    gone_tile_shown_ms_p50: rounded(quantile(gone, 0.5), 0),
    gone_tile_shown_ms_p99: rounded(quantile(gone, 0.99), 0),
    n: Math.min(lost.length, gone.length),
  };
}
