// How long a start takes and how much memory each process holds after a minute in which nobody does anything.
// ./bench footprint [RUNS]   5 runs unless told, each on a fresh data folder, then one more start on the same folder
import { readFileSync, readdirSync } from "node:fs";
import { loadNow, median, publish, rounded } from "./_report.mjs";
import { start } from "./_stack.mjs";

const IDLE_SECONDS = 60;
const MIB = 1024;

function kib(pid, file, field) {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(
    readFileSync(`/proc/${pid}/${file}`, "utf8"),
  );
  return Number(found?.[1] ?? 0);
}

/** A process and everything that descends from it. */
function tree(pid) {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8")
      .split(" ")
      .filter(Boolean)
      .map(Number),
  );
  return [pid, ...children.flatMap(tree)];
}

function rssMib(pid) {
  return rounded(tree(pid).reduce((sum, each) => sum + kib(each, "status", "VmRSS"), 0) / MIB, 1);
}

function pssMib(pid) {
  return rounded(
    tree(pid).reduce((sum, each) => sum + kib(each, "smaps_rollup", "Pss"), 0) / MIB,
    1,
  );
}

async function oneRun(run) {
  const load = loadNow();
  const first = await start();
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
  const { pids } = first.ready;
  const memory = {
    hub_rss_mib: rssMib(pids.hub),
    box_rss_mib: rssMib(pids["box-1"]),
    janus_rss_mib: rssMib(pids["janus-a"]),
    postgres_rss_mib: rssMib(pids.postgres),
    postgres_pss_mib: pssMib(pids.postgres),
  };
  await first.end({ keep: true });
  const again = await start({ data: first.data });
  await again.end();
  return {
    run,
    load,
    ready_first_s: rounded(first.seconds),
    ready_s: rounded(again.seconds),
    ...memory,
  };
}

const wanted = Number(process.argv[2] ?? 5);
const runs = [];
for (let run = 1; run <= wanted; run += 1) {
  runs.push(await oneRun(run));
  process.stdout.write(`${JSON.stringify(runs.at(-1))}\n`);
}
const names = Object.keys(runs[0]).filter((name) => name !== "run" && name !== "load");
publish(
  "footprint",
  runs,
  Object.fromEntries(names.map((name) => [name, rounded(median(runs.map((run) => run[name])))])),
  [
    "medians; ready_s is a start of a built tree on an existing data folder, ready_first_s on an empty one, both timed from calling ./run",
    `memory is read ${IDLE_SECONDS} s after the first start, one household, no browser; janus is one of the two`,
    "postgres_rss_mib adds up its processes and counts their shared memory again for each; postgres_pss_mib counts it once",
    "load is the machine's one-minute load average before the run",
  ],
);
