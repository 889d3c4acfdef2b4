// What the ingest of vital signs costs, and how soon a number is on the doctor's page.
// ./bench vitals [ROUNDS [ROWS [READINGS]]]   5 rounds of 40,000 rows, then 200 single readings, unless told
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadNow, median, publish, quantile, root, rounded } from "./_report.mjs";
import { start } from "./_stack.mjs";
import { openBrowser } from "./join/terminals.mjs";
import { pixels } from "./vitals/pixels.mjs";

const [rounds, rows, readings] = [5, 40_000, 200].map((usual, place) =>
  Number(process.argv[2 + place] ?? usual),
);
const load = loadNow();
const cost = costs();
const shown = await pixelRuns();

const perCpu = (way) =>
  median(cost.filter((run) => run.way === way).map((run) => run.rowsPerCpuSecond));
const perSecond = (way) =>
  median(cost.filter((run) => run.way === way).map((run) => run.rowsPerSecond));
const late = (figure, share) =>
  rounded(
    quantile(
      shown.map((run) => run[figure]),
      share,
    ),
    1,
  );
publish(
  "vitals",
  [...cost, ...shown.map((run, number) => ({ way: "pixel", round: number + 1, ...run }))],
  {
    raw_batch_rows_per_cpu_s: perCpu("raw_batch"),
    raw_copy_rows_per_cpu_s: perCpu("raw_copy"),
    ours_rows_per_cpu_s: perCpu("ours"),
    ours_few_rows_per_cpu_s: perCpu("ours_few"),
    ratio_batch: rounded(perCpu("ours") / perCpu("raw_batch"), 3),
    ratio_copy: rounded(perCpu("ours") / perCpu("raw_copy"), 3),
    raw_batch_rows_per_s: perSecond("raw_batch"),
    raw_copy_rows_per_s: perSecond("raw_copy"),
    ours_rows_per_s: perSecond("ours"),
    commit_ms_p50: late("commit_ms", 0.5),
    commit_ms_p99: late("commit_ms", 0.99),
    pixel_ms_p50: late("pixel_ms", 0.5),
    pixel_ms_p99: late("pixel_ms", 0.99),
  },
  [
    "rows per CPU second: processor time of PostgreSQL and of whoever puts the rows in (the hub; or a Java program with the hub's JVM settings that has them ready), same database, a table of the same columns and indexes, commits of 500 rows, fsync on; medians of interleaved rounds after one of warming up",
    "ours: 8 senders, batches of 500 readings by HTTP, with token, schema check, plausibility, journal and event; ours_few: batches of 20; the senders' own processor time is not counted",
    "commit: a box's POST of one reading until the acknowledgement, which comes after the commit; pixel: the same POST until the number is painted on the doctor's page in a live consultation (requestAnimationFrame), two pages with video on the same machine",
    `one-minute load average before: ${load}`,
  ],
);

function costs() {
  const home = mkdtempSync(join(tmpdir(), "wuduan-vitals-"));
  const programs = join(root, "cloud-hub/durability/target");
  const flags = [
    "-Xmx256m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "--enable-native-access=ALL-UNNAMED",
  ];
  const classes = ["-cp", `${programs}/durability-1-SNAPSHOT.jar:${programs}/lib/*`];
  const program = ["org.wuduan.durability.IngestCost", root, home, String(rounds), String(rows)];
  const said = execFileSync(
    join(process.env.JAVA_HOME, "bin/java"),
    [...flags, ...classes, ...program],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  rmSync(home, { recursive: true, force: true });
  return said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .map((run) => ({ ...run, seconds: rounded(run.seconds), cpuSeconds: rounded(run.cpuSeconds) }));
}

async function pixelRuns() {
  const stack = await start();
  const browser = await openBrowser();
  try {
    return await pixels(browser, stack, readings);
  } finally {
    await browser.close();
    await stack.end();
  }
}
