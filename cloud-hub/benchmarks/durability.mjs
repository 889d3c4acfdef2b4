// Power cuts under the hub's database and under a box's outbox, on a disk that drops what was not synced.
// ./bench durability [CRASHES]   200 unless told; needs root. Each crash is a line of target/bench/durability.jsonl as soon
// as it is counted: a run that was ended is taken up again where it stopped, as long as the tree is the same.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commit, median, publish, root, rounded } from "./_report.mjs";

const TARGETS = ["hub", "outbox"];
// A new database, or a new outbox, after so many cuts: enough for one crash to build on another.
const CUTS_OF_A_LINEAGE = 25;
const FIRST_SEED = 20261122;

const wanted = Number(process.argv[2] ?? 200);
const log = join(root, "target/bench/durability.jsonl");
const tree = commit();

function done() {
  const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").filter(Boolean) : [];
  return lines.map((line) => JSON.parse(line));
}

function cut(target, seed, count) {
  const home = mkdtempSync(join(tmpdir(), "wuduan-durability-"));
  const programs = join(root, "cloud-hub/durability/target");
  const flags = ["-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"];
  const classes = ["-cp", `${programs}/durability-1-SNAPSHOT.jar:${programs}/lib/*`];
  const program = ["org.wuduan.durability.Durability", root, home, log, tree, target];
  const { status } = spawnSync(
    join(process.env.JAVA_HOME, "bin/java"),
    [...flags, ...classes, ...program, String(seed), String(count)],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  if (status !== 0) throw new Error(`the crash run of ${target} ended with ${status}; see ${home}`);
  rmSync(home, { recursive: true, force: true });
}

mkdirSync(join(root, "target/bench"), { recursive: true });
if (done().some((line) => line.commit !== tree)) renameSync(log, `${log}.older`);
for (let crashes = done(); crashes.length < wanted; crashes = done()) {
  const counts = TARGETS.map(
    (target) => crashes.filter((one) => one.crash.target === target).length,
  );
  const behind = counts[0] <= counts[1] ? 0 : 1;
  const left = Math.ceil(wanted / 2) - counts[behind];
  cut(TARGETS[behind], FIRST_SEED + counts[behind], Math.max(1, Math.min(CUTS_OF_A_LINEAGE, left)));
}

const lines = done();
const crashes = lines.map((line) => line.crash);
const sum = (list, figure) => list.reduce((total, crash) => total + crash[figure], 0);
const runs = TARGETS.map((target) => {
  const of = crashes.filter((crash) => crash.target === target);
  const totals = ["acknowledged", "checked", "lost", "doubled", "pagesLost", "namesLost"];
  return {
    target,
    crashes: of.length,
    seconds_p50: rounded(
      median(lines.filter((line) => line.crash.target === target).map((line) => line.seconds)),
      1,
    ),
    ...Object.fromEntries(totals.map((figure) => [figure, sum(of, figure)])),
  };
});
publish(
  "durability",
  runs,
  {
    crashes: crashes.length,
    acknowledged: sum(crashes, "acknowledged"),
    lost: sum(crashes, "lost"),
    doubled: sum(crashes, "doubled"),
  },
  [
    "each crash with its seed is a line of target/bench/durability.jsonl; acknowledged counts every promise once",
    "checked counts a promise again after each later cut of the same database or outbox",
    "seconds_p50: from the first reading of a round until all was counted, a hub's start not among it",
    "pagesLost and namesLost are unsynced pages (gone or torn) and names that the cuts took: what the promise was tested against",
  ],
);
if (crashes.some((crash) => crash.lost > 0 || crash.doubled > 0)) process.exitCode = 1;
