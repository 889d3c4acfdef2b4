// What every bench shares: where it ran, the median, the table and the file target/bench/NAME.json.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** Linear between neighbours; `share` 0.5 is the median, 0.95 the 95th percentile. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below + (above - below) * (place - Math.floor(place));
}

export function rounded(number, digits = 2) {
  return Number(number.toFixed(digits));
}

/** One-minute load at this moment: what else shares the cores while a run is measured. */
export function loadNow() {
  return rounded(loadavg()[0]);
}

function output(command, ...parameters) {
  try {
    return execFileSync(command, parameters, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  } catch {
    return "unknown";
  }
}

function machine() {
  const found = cpus();
  return {
    cpu: found[0]?.model ?? "unknown",
    cores: found.length,
    memory_gib: rounded(totalmem() / 2 ** 30, 1),
    kernel: release(),
  };
}

function versions() {
  const java = readFileSync(`${process.env.JAVA_HOME}/release`, "utf8");
  return {
    java: /JAVA_RUNTIME_VERSION="([^"]*)"/.exec(java)?.[1] ?? "unknown",
    node: process.version,
    janus: output("dpkg-query", "-W", "-f=${Version}", "janus"),
    chromium: output("dpkg-query", "-W", "-f=${Version}", "chromium"),
  };
}

/** The tree that is measured. */
export function commit() {
  const hash = output("git", "rev-parse", "--short=12", "HEAD");
  return output("git", "status", "--porcelain") === "" ? hash : `${hash}+changes`;
}

/**
 * Prints every run and the figures, and writes target/bench/NAME.json.
 * `runs` is a list of flat maps, `figures` one flat map of numbers; `notes` says how it was measured.
 */
export function publish(name, runs, figures, notes) {
  keep(name, runs, figures, notes);
  console.table(runs);
  console.table(Object.entries(figures).map(([figure, value]) => ({ figure, value })));
  process.stdout.write(`${notes.join("\n")}\nwritten to target/bench/${name}.json\n`);
}

/** The runs that an earlier, shorter go of this bench has written; none with `--new`. */
export function earlierRuns(name) {
  const file = `${root}/target/bench/${name}.json`;
  if (process.argv.includes("--new") || !existsSync(file)) return [];
  return JSON.parse(readFileSync(file, "utf8")).runs;
}

/** The number after an option such as `--rounds`. */
export function numberOption(option, usual) {
  const at = process.argv.indexOf(option);
  return at < 0 ? usual : Number(process.argv[at + 1]);
}

/** Writes the file without showing it: a long bench does so after each round, so that none is lost. */
export function keep(name, runs, figures, notes) {
  mkdirSync(`${root}/target/bench`, { recursive: true });
  const report = {
    name,
    machine: machine(),
    versions: versions(),
    commit: commit(),
    notes,
    runs,
    figures,
  };
  writeFileSync(`${root}/target/bench/${name}.json`, `${JSON.stringify(report, null, 2)}\n`);
}
