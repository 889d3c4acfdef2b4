// Counts test results for ./check: reads the JUnit XML that surefire and failsafe write and vitest's JSON.
// usage: node count.mjs FILE…   prints "passed failed skipped" on one line, then one line per failed or skipped test
import { existsSync, readFileSync } from "node:fs";

const totals = { passed: 0, failed: 0, skipped: 0 };
const lines = [];

function count(outcome, name) {
  totals[outcome] += 1;
  if (outcome !== "passed") lines.push(`${outcome}: ${name}`);
}

function attribute(text, name) {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? "";
}

// A test case is <testcase …/> or <testcase …>…</testcase>; surefire's <flakyFailure> is a rerun and is not used here.
function countJUnit(xml) {
  for (const [, head, body = ""] of xml.matchAll(
    /<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g,
  )) {
    const name = `${attribute(head, "classname").split(".").at(-1)}.${attribute(head, "name")}`;
    if (/<(failure|error)\b/.test(body)) count("failed", name);
    else if (/<skipped\b/.test(body)) count("skipped", name);
    else count("passed", name);
  }
}

function countVitest(report) {
  for (const file of report.testResults) {
    if (file.assertionResults.length === 0 && file.status === "failed") count("failed", file.name);
    for (const test of file.assertionResults) {
      count(
        test.status === "pending" || test.status === "todo" ? "skipped" : test.status,
        test.fullName,
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
