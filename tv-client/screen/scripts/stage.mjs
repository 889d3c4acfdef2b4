// A stage for the built television page: it serves dist/, and plays hub and box from the contract's
// examples, so that every screen can be looked at without the real ones. For development only.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const DIST = join(ROOT, "tv-client/screen/dist");
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

export async function example(name) {
  return JSON.parse(await readFile(join(ROOT, `cloud-hub/contract/examples/${name}.json`), "utf8"));
}

/** Serves dist/ on a free port of loopback. */
export async function serveDist() {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://x").pathname);
    const file = join(DIST, path === "/" ? "index.html" : path);
    try {
      const body = await readFile(file);
      response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/html" }).end("<p>nothing here</p>");
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { port: server.address().port, close: () => server.close() };
}

/** Hub and box of one page: what they would show now can be set; what the page sends is kept. */
export class Stage {
  views = {};
  boxState;
  consentText;
  sent = [];
  commands = [];
  spoken = [];
  onMedia = async () => [];
  #seq = 0;
  #isDown = false;
  #live;
  #box;
  #watched = new Set();

  constructor(page) {
    this.page = page;
  }

  async install() {
    await this.page.routeWebSocket(/\/live$/, (socket) => {
      if (new URL(socket.url()).pathname === "/box/live") this.#openBox(socket);
      else this.#openLive(socket);
    });
    await this.page.route("**/box/speech**", (route) => {
      this.spoken.push(new URL(route.request().url()).searchParams.get("text"));
      return route.fulfill({ status: 503, json: {} });
    });
    await this.page.route("**/api/**", (route) => this.#answer(route));
  }

  #answer(route) {
    const request = route.request();
    const { pathname } = new URL(request.url());
    this.commands.push(`${request.method()} ${pathname}`);
    if (pathname !== "/api/consent-text") return route.fulfill({ status: 204 });
    return route.fulfill({ status: 200, json: this.consentText });
  }

  #openBox(socket) {
    this.#box = socket;
    if (this.boxState) socket.send(JSON.stringify(this.boxState));
  }

  #openLive(socket) {
    if (this.#isDown) return void socket.close({ code: 4503 });
    this.#live = socket;
    this.#watched.clear();
    const beat = setInterval(
      () => this.tell({ type: "beat", at: new Date().toISOString(), heads: {} }),
      1_000,
    );
    socket.onClose(() => clearInterval(beat));
    socket.onMessage(async (text) => {
      const message = JSON.parse(text);
      this.sent.push(message);
      if (message.type === "hello") {
        const welcome = await example("Welcome");
        this.tell({ ...welcome, ref: message.id });
      } else if (message.type === "watch") {
        this.#watched.add(message.stream);
        this.#push(message.stream);
      } else {
        for (const answer of await this.onMedia(message)) this.tell(answer);
      }
    });
  }

  tell(message) {
    this.#live?.send(JSON.stringify(message));
  }

  #push(stream) {
    const view = this.views[stream];
    if (view && this.#watched.has(stream)) {
      this.tell({ type: "view", stream, seq: ++this.#seq, view });
    }
  }

  show(stream, view) {
    this.views[stream] = view;
    this.#push(stream);
  }

  box(state) {
    this.boxState = state;
    this.#box?.send(JSON.stringify(state));
  }

  measured(measurement) {
    this.#box?.send(JSON.stringify(measurement));
  }

  dropHub() {
    this.#isDown = true;
    this.#live?.close({ code: 4503 });
  }
}
