// Fuzzes every parser that has a @FuzzTest, each for a while, and tells how many inputs were tried and what was found.
// ./bench fuzz [SECONDS] [PART]   600 seconds a parser unless told; only those whose class or method holds PART
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { publish, root } from "./_report.mjs";

const SECONDS = Number(process.argv[2] ?? 600);
const PART = process.argv[3] ?? "";

/** Building and starting before the first input, in seconds: beyond it a fuzzer that does not end is ended. */
const START_SECONDS_MAX = 300;

if (!Number.isInteger(SECONDS) || SECONDS < 1) {
  process.stderr.write("bench: ./bench fuzz [SECONDS] [PART]; SECONDS is a whole number from 1\n");
  process.exit(2);
}

const MODULES = [
  "cloud-hub/contract/java",
  "cloud-hub/hub",
  "cloud-hub/launcher",
  "media/bridge",
  "tv-client/wearables",
  "tv-client/box",
];

/** The test files of a module. */
function sourcesOf(module) {
  const tests = `${module}/src/test/java`;
  return readdirSync(`${root}/${tests}`, { recursive: true })
    .filter((file) => file.endsWith("Test.java"))
    .sort()
    .map((file) => `${tests}/${file}`);
}

/** Every method that carries @FuzzTest, with the Maven module that it lies in. */
function targets() {
  return MODULES.flatMap(sourcesOf).flatMap((file) => {
    const [module] = file.split("/src/test/");
    const type = file.split("/").at(-1).replace(".java", "");
    const source = readFileSync(`${root}/${file}`, "utf8");
    const methods = [...source.matchAll(/@FuzzTest\b[^;{]*?void\s+(\w+)\s*\(/g)];
    return methods.map(([, method]) => ({ module, type, method }));
  });
}

function fuzz({ module, type, method }) {
  const parameters = ["-q", "-pl", module, "-am", "test", `-Dtest=${type}#${method}`];
  parameters.push("-Dsurefire.failIfNoSpecifiedTests=false", "-Djacoco.skip=true");
  const log = `${root}/target/bench/fuzz/${type}.${method}.log`;
  const file = createWriteStream(log);
  const child = spawn("mvn", parameters, {
    cwd: root,
    env: { ...process.env, JAZZER_FUZZ: "1", JAZZER_MAX_DURATION: `${SECONDS}s` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      file.write(part);
      said = (said + part).slice(-1_000_000);
    });
  }
  const late = setTimeout(() => child.kill("SIGKILL"), (SECONDS + START_SECONDS_MAX) * 1000);
  return new Promise((resolve) => {
    child.on("close", (status) => {
      clearTimeout(late);
      file.end();
      resolve({ type, method, ...outcome(said, status), log: log.slice(root.length + 1) });
    });
  });
}

/**
 * What libFuzzer said at its end: `#N DONE cov: C` and `Done N runs in S second(s)`; a finding ends it before. A process
 * that was ended from without (`status` null) has found nothing.
 */
function outcome(said, status) {
  const counts = [...said.matchAll(/^#(\d+)\s/gm)].map(([, count]) => Number(count));
  const done = /Done (\d+) runs in (\d+) second/.exec(said);
  const coverage = [...said.matchAll(/ cov: (\d+) /g)].at(-1)?.[1];
  return {
    executions: Number(done?.[1] ?? counts.at(-1) ?? 0),
    seconds: Number(done?.[2] ?? 0),
    coverage: Number(coverage ?? 0),
    findings: status === 0 || status === null ? 0 : 1,
    ended: status === null ? "from without" : "by itself",
  };
}

mkdirSync(`${root}/target/bench/fuzz`, { recursive: true });
const chosen = targets().filter(({ type, method }) => `${type}.${method}`.includes(PART));
const runs = [];
for (const target of chosen) {
  process.stdout.write(`fuzzing ${target.type}.${target.method} for ${SECONDS} s\n`);
  runs.push(await fuzz(target));
}
const notFuzzed = runs.filter(
  ({ executions, ended, findings }) =>
    findings === 0 && (executions === 0 || ended !== "by itself"),
);
publish(
  "fuzz",
  runs,
  {
    parsers: runs.length,
    seconds_each: SECONDS,
    executions: runs.reduce((sum, { executions }) => sum + executions, 0),
    findings: runs.reduce((sum, { findings }) => sum + findings, 0),
    not_fuzzed: notFuzzed.length,
  },
  [
    "Jazzer (coverage-guided); one process a parser, one after the other. A finding ends its parser's run.",
    "executions = inputs tried, coverage = edges reached; the input of a finding lies beside its log.",
  ],
);
process.exitCode =
  runs.length === 0 || notFuzzed.length > 0 || runs.some(({ findings }) => findings > 0) ? 1 : 0;
