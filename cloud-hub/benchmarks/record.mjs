// How long a doctor waits for a record with ten years of history, for a signature, and for a diagnosis out of 40,000, while
// the database holds many patients.
// ./bench record [--patients N] [--notes N] [--questions N]   100,000 patients, 2,000,000 notes and 400 questions unless told
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadNow, numberOption, publish, quantile, root, rounded } from "./_report.mjs";
import { start } from "./_stack.mjs";

const patients = numberOption("--patients", 100_000);
const notes = numberOption("--notes", 2_000_000);
const questions = numberOption("--questions", 400);
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;

function rssMib(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return rounded(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024, 1);
}

function cost(stack) {
  const programs = join(root, "cloud-hub/durability/target");
  const classes = ["-cp", `${programs}/durability-1-SNAPSHOT.jar:${programs}/lib/*`];
  const { hub } = stack.ready;
  const password = readFileSync(`${stack.data}/secrets/demo-password`, "utf8").trim();
  const sizes = [patients, notes, questions].map(String);
  const said = execFileSync(
    join(process.env.JAVA_HOME, "bin/java"),
    [
      "-Xmx256m",
      "-XX:+UseSerialGC",
      ...classes,
      "org.wuduan.durability.RecordCost",
      stack.data,
      hub,
      password,
      ...sizes,
    ],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: OUTPUT_BYTES_MAX },
  );
  return said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const load = loadNow();
const stack = await start();
try {
  const hub = stack.ready.pids.hub;
  const before = rssMib(hub);
  const told = cost(stack);
  const of = (what) => told.filter((one) => one.what === what).map((one) => one.millis);
  const runs = ["open", "sign", "search"].map((what) => ({
    what,
    questions: of(what).length,
    ms_p50: rounded(quantile(of(what), 0.5)),
    ms_p95: rounded(quantile(of(what), 0.95)),
    ms_max: rounded(Math.max(...of(what))),
    load,
  }));
  const figures = {
    open_ms_p95: runs[0].ms_p95,
    sign_ms_p95: runs[1].ms_p95,
    search_ms_p95: runs[2].ms_p95,
    patients,
    notes,
    hub_rss_mib_before: before,
    hub_rss_mib: rssMib(hub),
  };
  publish("record", runs, figures, [
    "open: from watch to the whole view on /live; 8 patients with 120 consultations, 120 notes and 20 entries each, written through the hub.",
    "sign: from command to answer of POST …/note/submit with an unlocked key; the newest notes written, one after another.",
    "search: from question to answer of GET /api/diagnoses, 40,000 generated names.",
    "The notes of all others lie in the database with random content: only their metadata count. The first questions are cold and counted.",
  ]);
} finally {
  await stack.end();
}
