// One session at Janus' WebSocket, spoken from the page itself: what "direct" means in this bench.
window.JanusSession = class JanusSession {
  #socket;
  #secret;
  #session = 0;
  #last = 0;
  #asked = new Map();
  #onEvent;

  /** Connects before anybody clicks, as our page has its /live open before. */
  static async open({ url, secret }, onEvent) {
    const opened = new JanusSession();
    opened.#secret = secret;
    opened.#onEvent = onEvent;
    opened.#socket = new WebSocket(url, "janus-protocol");
    opened.#socket.onmessage = (frame) => opened.#heard(JSON.parse(frame.data));
    await new Promise((done, failed) => {
      opened.#socket.onopen = done;
      opened.#socket.onerror = () => failed(new Error("Janus does not answer"));
    });
    opened.#session = (await opened.#ask({ janus: "create" })).data.id;
    setInterval(() => void opened.#ask({ janus: "keepalive" }), 20_000);
    return opened;
  }

  async attach() {
    return (await this.#ask({ janus: "attach", plugin: "janus.plugin.videoroom" })).data.id;
  }

  detach(handle) {
    return this.#ask({ janus: "detach", handle_id: handle });
  }

  /** Asks the plugin; resolves with its answer, after the acknowledgement. */
  async message(handle, body, jsep) {
    const answer = await this.#ask({
      janus: "message",
      handle_id: handle,
      body,
      ...(jsep && { jsep }),
    });
    const data = answer.plugindata?.data ?? {};
    if (data.error_code) throw new Error(`${data.error_code} ${data.error}`);
    return { data, jsep: answer.jsep };
  }

  #ask(request) {
    const transaction = String(++this.#last);
    return new Promise((resolve, reject) => {
      this.#asked.set(transaction, { resolve, reject, answersLater: request.janus === "message" });
      const session = this.#session ? { session_id: this.#session } : {};
      this.#socket.send(
        JSON.stringify({ ...request, ...session, transaction, apisecret: this.#secret }),
      );
    });
  }

  #heard(frame) {
    const asked = this.#asked.get(frame.transaction);
    if (!asked) return this.#onEvent(frame);
    if (frame.janus === "ack" && asked.answersLater) return;
    this.#asked.delete(frame.transaction);
    if (frame.janus === "error") asked.reject(new Error(frame.error.reason));
    else asked.resolve(frame);
  }
};
