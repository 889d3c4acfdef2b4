// A cable between a terminal and the hub that can be cut: nothing passes any more, and nobody is told.
import { once } from "node:events";
import { connect, createServer } from "node:net";

/** Resolves to { port, cut, mend } of a cable to a port on loopback. */
export async function cableTo(hubPort) {
  const ends = new Set();
  let isCut = false;
  const server = createServer((terminal) => {
    const hub = connect(hubPort, "127.0.0.1");
    ends.add([terminal, hub]);
    for (const end of [terminal, hub]) {
      end.on("error", () => {});
      end.on("close", () => {
        if (isCut) return;
        terminal.destroy();
        hub.destroy();
      });
    }
    if (isCut) return;
    terminal.pipe(hub);
    hub.pipe(terminal);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: server.address().port,
    cut() {
      isCut = true;
      for (const [terminal, hub] of ends) {
        terminal.unpipe(hub);
        hub.unpipe(terminal);
        terminal.pause();
        hub.pause();
      }
    },
    /** Connections of before are gone for good; new ones pass. */
    mend() {
      isCut = false;
      for (const pair of ends) for (const end of pair) end.destroy();
      ends.clear();
    },
    end() {
      this.mend();
      server.close();
    },
  };
}
