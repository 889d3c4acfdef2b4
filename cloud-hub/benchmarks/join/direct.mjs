// The other side: five plain pages that speak to the same Janus process, with no hub between.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { root } from "../_report.mjs";
import { seesOthers, terminal, timedJoin } from "./terminals.mjs";

const ROOM = "plain-room";
const FILES = {
  "/": ["plain.html", "text/html"],
  "/plain.js": ["plain.js", "text/javascript"],
  "/janus-session.js": ["janus-session.js", "text/javascript"],
};
const FOUR = [
  { name: "plain-1", code: 11, width: 1280, height: 720 },
  { name: "plain-2", code: 12, width: 1366, height: 768 },
  { name: "plain-3", code: 13, width: 1366, height: 768 },
  { name: "plain-4", code: 14, width: 1366, height: 768 },
];
const FIFTH = { name: "plain-5", code: 15, width: 390, height: 844 };

export async function directCall(browser, stack) {
  const server = await serve();
  const janus = janusOf(stack);
  const address = (name) =>
    `http://127.0.0.1:${server.address().port}/#${encodeURIComponent(JSON.stringify({ ...janus, room: ROOM, name }))}`;
  const keeper = await opened(
    await terminal(browser, { code: 16, width: 320, height: 200 }),
    address("keeper"),
  );
  await keeper.evaluate(() => window.plain.makeRoom());
  const fifth = await opened(await terminal(browser, FIFTH), address(FIFTH.name));
  const four = [];
  for (const one of FOUR) four.push([await terminal(browser, one), address(one.name)]);
  return {
    name: "direct",
    async open() {
      for (const [page, url] of four) {
        await opened(page, url);
        await page.locator("[data-action='join']").click();
      }
      for (const [page] of four) await seesOthers(page, FOUR.length - 1);
    },
    async close() {
      for (const [page] of four) await page.evaluate(() => window.plain.leave());
      for (const [page] of four) await page.goto("about:blank");
    },
    async join() {
      return () => timedJoin(fifth, FOUR.length);
    },
    leave: () => fifth.evaluate(() => window.plain.leave()),
    /** Rooms of this Janus and how many people are in each. */
    rooms: () => keeper.evaluate(() => window.plain.rooms()),
    end: () => server.close(),
    room: ROOM,
  };
}

async function opened(page, url) {
  await page.goto(url);
  await page.evaluate(() => window.plain.ready);
  return page;
}

/** The Janus that the hub prefers when all are equally free. */
function janusOf(stack) {
  const text = readFileSync(`${stack.data}/run/hub.properties`, "utf8");
  const value = (name) =>
    new RegExp(`^hub\\.janus\\[0\\]\\.${name}\\s*=\\s*(.*)$`, "m")
      .exec(text)?.[1]
      .trim()
      .replace(/\\(.)/g, "$1");
  return { url: value("url"), secret: value("secret"), adminKey: value("admin-key") };
}

function serve() {
  const server = createServer((request, response) => {
    const file = FILES[request.url];
    response.writeHead(file ? 200 : 404, {
      "content-type": `${file?.[1] ?? "text/plain"}; charset=utf-8`,
    });
    response.end(file ? readFileSync(`${root}/cloud-hub/benchmarks/join/${file[0]}`) : "");
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}
