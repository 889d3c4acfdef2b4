// Counts test results for ./check: reads the JUnit XML that surefire and failsafe write and vitest's JSON.
// usage: node count.mjs FILE…   prints "passed failed skipped" on one line, then one line per failed or skipped test;
// below it stands, further to the right, what it said
import { existsSync, readFileSync } from "node:fs";

/** Lines of what one failed test said; with ./check's own lines they are the 40 that one sees of a log's end. */
const LINES_PER_FAILURE_MAX = 34;
/** After so many lines in all, only names follow. */
const LINES_MAX = 200;
const LINE_LENGTH_MAX = 500;
/** Places in our own code, from the assertion outwards. */
const PLACES_MAX = 6;

const totals = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
let told = 0;

function count(outcome, name, words = "") {
  totals[outcome] += 1;
  if (outcome === "passed") return;
  lines.push(`${outcome}: ${name}`);
  const said = words
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s*at /.test(line))
    .slice(0, Math.min(LINES_PER_FAILURE_MAX, LINES_MAX - told))
    .map((line) => `    ${line.slice(0, LINE_LENGTH_MAX)}`);
  told += said.length;
  lines.push(...said);
}

const NAMED = { quot: '"', apos: "'", lt: "<", gt: ">", amp: "&" };

function plain(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

function attribute(text, name) {
  return plain(new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? "");
}

/** Where a Java test failed, for example "RealSound.java:50 < RealDevicesStory.java:51", and its message. */
function saidByJUnit(head, body) {
  const trace = plain(body.replace(/<!\[CDATA\[|\]\]>/g, ""));
  const frames = trace.matchAll(/^\s*at [^\n]*\borg\.wuduan\.[^\n]*\((\w+\.java:\d+)\)/gm);
  const places = [...new Set([...frames].map(([, place]) => place))].slice(0, PLACES_MAX);
  const message = attribute(head, "message") || trace;
  return `${places.join(" < ")}\n${message}`;
}

/** A disabled test has a message; of an assumption only the trace says why, after words of JUnit's own. */
function whySkipped(body) {
  const [, head, trace = ""] = /<skipped\b([^>]*?)(?:\/>|>([\s\S]*?)<\/skipped>)/.exec(body);
  const said = attribute(head, "message") || plain(trace.replace(/<!\[CDATA\[|\]\]>/g, ""));
  return said.replace(/^.*?Assumption failed: /, "");
}

// A test case is <testcase …/> or <testcase …>…</testcase>; surefire's <flakyFailure> is a rerun and is not used here.
function countJUnit(xml) {
  for (const [, head, body = ""] of xml.matchAll(
    /<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g,
  )) {
    const name = `${attribute(head, "classname").split(".").at(-1)}.${attribute(head, "name")}`;
    const failure = /<(?:failure|error)\b([^>]*)>([\s\S]*?)(?:<\/(?:failure|error)>|$)/.exec(body);
    if (failure) count("failed", name, saidByJUnit(failure[1], failure[2]));
    else if (/<skipped\b/.test(body)) count("skipped", name, whySkipped(body));
    else count("passed", name);
  }
}

function countVitest(report) {
  for (const file of report.testResults) {
    if (file.assertionResults.length === 0 && file.status === "failed") {
      count("failed", file.name, file.message);
    }
    for (const test of file.assertionResults) {
      count(
        test.status === "pending" || test.status === "todo" ? "skipped" : test.status,
        test.fullName,
        test.failureMessages?.join("\n"),
      );
    }
  }
}

for (const file of process.argv.slice(2).filter(existsSync)) {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".json")) countVitest(JSON.parse(text));
  else countJUnit(text);
}
process.stdout.write(
  [`${totals.passed} ${totals.failed} ${totals.skipped}`, ...lines].join("\n") + "\n",
);
