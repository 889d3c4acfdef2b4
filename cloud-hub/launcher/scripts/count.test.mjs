import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const PROGRAM = fileURLToPath(new URL("count.mjs", import.meta.url));
let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "count-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function counted(name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return execFileSync(process.execPath, [PROGRAM, file], { encoding: "utf8" }).split("\n");
}

const failing = (name, message) => `
  <testcase name="${name}" classname="org.wuduan.acceptance.SomeStory" time="151.2">
    <failure message="${message}" type="java.lang.AssertionError"><![CDATA[java.lang.AssertionError: never
	at java.base/java.lang.Thread.run(Thread.java:1)
	at org.wuduan.acceptance.Patience.until(Patience.java:61)
	at app//org.wuduan.acceptance.SomeStory.live(SomeStory.java:27)
]]></failure></testcase>`;

test("passed, failed and skipped tests are counted, and who did not pass is named", () => {
  const xml = `<testsuite><testcase name="good" classname="a.B"/>${failing("bad", "so")}
    <testcase name="left" classname="a.B"><skipped/></testcase></testsuite>`;

  const lines = counted("TEST-a.xml", xml);

  expect(lines[0]).toBe("1 1 1");
  expect(lines).toContain("failed: SomeStory.bad");
  expect(lines).toContain("skipped: B.left");
});

test("a failed test says where it failed and everything that its message says", () => {
  const lines = counted("TEST-a.xml", failing("bad", "never came true: &lt;2&gt;&#10;tv-1 call"));

  expect(lines).toEqual([
    "0 1 0",
    "failed: SomeStory.bad",
    "    Patience.java:61 < SomeStory.java:27",
    "    never came true: <2>",
    "    tv-1 call",
    "",
  ]);
});

test("a skipped test says why", () => {
  const disabled = `<testcase name="disabled" classname="a.B">
    <skipped message="only &quot;root&quot; may"/></testcase>`;
  const assumed = `<testcase name="assumed" classname="a.B">
    <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: it needs root
	at org.junit.jupiter.api.Assumptions.assumeTrue(Assumptions.java:127)
	at a.B.assumed(B.java:27)
]]></skipped></testcase>`;

  expect(counted("TEST-a.xml", disabled + assumed)).toEqual([
    "0 0 2",
    "skipped: B.disabled",
    '    only "root" may',
    "skipped: B.assumed",
    "    it needs root",
    "",
  ]);
});

test("an error without a message says what it is", () => {
  const error = `<testcase name="bad" classname="a.B"><error type="java.lang.StackOverflowError">
java.lang.StackOverflowError</error></testcase>`;

  expect(counted("TEST-a.xml", error)).toContain("    java.lang.StackOverflowError");
});

test("one failure tells at most 34 lines, and all together at most 200", () => {
  const long = Array.from({ length: 40 }, (_, i) => `line ${i}`).join("&#10;");
  const names = Array.from({ length: 7 }, (_, i) => `bad${i}`);

  const lines = counted("TEST-a.xml", names.map((name) => failing(name, long)).join(""));

  expect(lines.indexOf("failed: SomeStory.bad1") - 1).toBe(1 + 34);
  expect(lines.filter((line) => line.startsWith("    "))).toHaveLength(200);
  expect(lines.at(-2)).toBe("failed: SomeStory.bad6");
});

test("a failed test of the web says its message without the way there", () => {
  const report = {
    testResults: [
      {
        name: "a.test.ts",
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "good" },
          {
            status: "failed",
            fullName: "bad",
            failureMessages: ["AssertionError: expected 1 to be 2\n    at a.test.ts:3:4"],
          },
        ],
      },
    ],
  };

  expect(counted("vitest.json", JSON.stringify(report))).toEqual([
    "1 1 0",
    "failed: bad",
    "    AssertionError: expected 1 to be 2",
    "",
  ]);
});
