import { mkdir, readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { createBridge } from "./bridge.mjs";
import { startBrowser } from "./chromium.mjs";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** The policy under which the hub serves the pages: a screen that breaks it breaks here too. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';" +
  " img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self' ws: wss:; object-src 'none';" +
  " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

export function openBrowser() {
  return startBrowser("drawnDevices", "bridgeInThePage");
}

/**
 * One terminal's page with everything behind it played: the built files, the commands and the live link.
 *
 * @param {object} cast host, base ("/doctor/"), dist, viewport, language, me (null: signed out),
 *   views (stream to view), notice (what every screen is told), answers (path to [status, body])
 */
export async function openTerminal(browser, cast) {
  const context = await browser.newContext({
    viewport: cast.viewport,
    locale: cast.language,
    timezoneId: "Asia/Shanghai",
    deviceScaleFactor: cast.scale ?? 1,
    serviceWorkers: "block",
  });
  const origin = `http://${cast.host}`;
  await context.grantPermissions(["camera", "microphone"], { origin });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error" && !/status of 40[1-9]|status of 4\d\d/.test(line.text()))
      faults.push(line.text());
  });
  await page.addInitScript((language) => {
    localStorage.setItem("wuduan.language", language);
  }, cast.language);
  await page.clock.setFixedTime(new Date(cast.now));
  await page.route(`${origin}/**`, (route) => serve(route, cast));
  const hub = await playHub(context, page, cast);
  await page.goto(`${origin}${cast.base}`);
  return { page, hub, faults, close: () => context.close() };
}

async function serve(route, cast) {
  const { pathname } = new URL(route.request().url());
  if (pathname.startsWith("/api/")) return answer(route, pathname, cast);
  const inside = pathname.slice(cast.base.length) || "index.html";
  const file = join(cast.dist, normalize(inside).replace(/^(\.\.[/\\])+/, ""));
  const body = await readFile(file).catch(() => null);
  if (!body) return route.fulfill({ status: 404 });
  const headers = { "content-type": TYPES[extname(file)] ?? "application/octet-stream" };
  return route.fulfill({ body, headers: { ...headers, "content-security-policy": POLICY } });
}

function answer(route, pathname, cast) {
  const method = route.request().method();
  const [status, body] = cast.answers?.[`${method} ${pathname}`] ?? known(pathname, method, cast);
  return route.fulfill({
    status,
    contentType: status < 400 ? "application/json" : "application/problem+json",
    body: body === undefined ? "" : JSON.stringify(body),
  });
}

function known(pathname, method, cast) {
  if (pathname === "/api/me" && method === "GET")
    return cast.me ? [200, cast.me] : [401, problem("not-signed-in", 401)];
  return method === "GET" ? [404, problem("not-found", 404)] : [204];
}

export function problem(type, status, more = {}) {
  return { type: `urn:wuduan:problem:${type}`, title: type, status, ...more };
}

/** Plays /live: answers hello and watch, and lets a script push newer views or cut the line. */
async function playHub(context, page, cast) {
  const views = new Map(Object.entries(cast.views ?? {}));
  const bridge = await createBridge(context, cast.host);
  let socket = null;
  let cut = false;
  let seq = 1;
  const send = (message) => socket?.send(JSON.stringify(message));
  const show = (stream) =>
    views.has(stream)
      ? send({ type: "view", stream, seq: seq++, view: views.get(stream) })
      : send({ type: "gone", stream, problem: problem("not-found", 404) });
  await page.routeWebSocket(/\/live$/, (opened) => {
    if (cut) return void opened.close();
    socket = opened;
    opened.onMessage(async (data) => {
      const message = JSON.parse(String(data));
      if (message.type === "hello") send(welcome(message.id, cast));
      else if (message.type === "watch") show(message.stream);
      else if (message.type !== "unwatch") await bridge.hear(message, seatsOf(views), send);
    });
  });
  const beating = setInterval(
    () =>
      send({ type: "beat", at: cast.now, heads: {}, ...(cast.notice && { notice: cast.notice }) }),
    500,
  );
  page.on("close", () => clearInterval(beating));
  return {
    push(stream, view) {
      views.set(stream, view);
      show(stream);
    },
    end(code) {
      void socket?.close({ code });
    },
    loseLink() {
      cut = true;
      void socket?.close({ code: 1011 });
      socket = null;
    },
  };
}

function welcome(ref, cast) {
  const { id, kind, name } = cast.me;
  return {
    type: "welcome",
    ref,
    actor: { id, kind, name },
    serverTime: cast.now,
    beatSeconds: 1,
  };
}

function seatsOf(views) {
  for (const view of views.values()) if (view.call) return view.call;
  return { seats: [] };
}

/** Names each picture by its place in the story: 01-sign-in.png. */
export function album(folder) {
  let number = 0;
  return async (page, name, options = {}) => {
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${String(++number).padStart(2, "0")}-${name}.png`);
    await page.screenshot({ path: file, ...options });
    process.stdout.write(`${file}\n`);
  };
}

/** Takes each picture a second time in text of 200 %: half the window in CSS pixels, the whole page. */
export function inBothSizes(shoot) {
  return async (page, name) => {
    const window = page.viewportSize();
    await shoot(page, name);
    await page.setViewportSize({
      width: Math.round(window.width / 2),
      height: Math.round(window.height / 2),
    });
    await shoot(page, `${name}-text-200`, { fullPage: true });
    await page.setViewportSize(window);
  };
}

/** Plays the scenes that the command line names, or all; faults of the pages are faults of the run. */
export async function playScenes(browser, faults, scenes) {
  const wanted = process.argv.slice(2);
  try {
    for (const [name, scene] of Object.entries(scenes))
      if (wanted.length === 0 || wanted.includes(name)) await scene();
  } finally {
    await browser.close();
  }
  if (faults.length === 0) return;
  process.stderr.write(`the pages reported faults:\n${[...new Set(faults)].join("\n")}\n`);
  process.exitCode = 1;
}
