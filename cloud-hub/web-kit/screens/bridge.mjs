/**
 * A bridge for screenshots: a second page of the same browser holds the other ends of the two peer
 * connections and sends a drawn person for each seat, so that the real call code shows real video.
 */
export async function createBridge(context, host) {
  let page = null;
  const open = async () => {
    page = await context.newPage();
    await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.goto(`http://${host}/bridge`);
    await page.evaluate(prepare);
  };
  const calls = { epoch: 0 };
  return {
    async hear(message, call, send) {
      if (!page) await open();
      const common = { callId: message.callId, epoch: calls.epoch, generation: 1 };
      if (message.type === "seat.claim") {
        calls.epoch++;
        const seatId = call.mySeatId;
        send({
          type: "seat.claimed",
          ref: message.id,
          ...common,
          epoch: calls.epoch,
          seatId,
          media: "build",
        });
      } else if (message.type === "media.publish") {
        const sdp = await page.evaluate((offer) => globalThis.take(offer), message.sdp);
        send({ type: "media.published", ref: message.id, ...common, sdp });
        const seats = call.seats.filter(
          ({ id, presence }) => id !== call.mySeatId && presence === "present",
        );
        const offer = await page.evaluate((all) => globalThis.offer(all), seats);
        send({ type: "media.offer", ...common, offer: 1, ...offer });
      } else if (message.type === "media.answer") {
        await page.evaluate((sdp) => globalThis.answered(sdp), message.sdp);
      }
    },
  };
}

/** Runs in the second page. */
function prepare() {
  const HUES = { patient: 28, family: 265, first_contact: 175, county: 210, tertiary: 330 };
  const gathered = (peer) =>
    new Promise((done) => {
      if (peer.iceGatheringState === "complete") return done();
      peer.onicegatheringstatechange = () => peer.iceGatheringState === "complete" && done();
    });
  const person = (role) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
    const pen = canvas.getContext("2d");
    const hue = HUES[role] ?? 0;
    let tick = 0;
    const draw = () => {
      const wall = pen.createLinearGradient(0, 0, 640, 360);
      wall.addColorStop(0, `hsl(${hue} 22% 78%)`);
      wall.addColorStop(1, `hsl(${hue} 26% 56%)`);
      pen.fillStyle = wall;
      pen.fillRect(0, 0, 640, 360);
      const sway = Math.sin(tick++ / 6) * 4;
      pen.fillStyle = role === "patient" || role === "family" ? `hsl(${hue} 35% 40%)` : "#f4f7f7";
      pen.beginPath();
      pen.ellipse(320 + sway, 380, 150, 160, 0, 0, 7);
      pen.fill();
      pen.fillStyle = "#e8bf9c";
      pen.beginPath();
      pen.ellipse(320 + sway, 165, 62, 76, 0, 0, 7);
      pen.fill();
      pen.fillStyle = role === "patient" ? "#c9c9c9" : "#2b2420";
      pen.beginPath();
      pen.ellipse(320 + sway, 118, 68, 44, 0, Math.PI, 0);
      pen.fill();
    };
    draw();
    setInterval(draw, 100);
    return canvas.captureStream(10).getVideoTracks()[0];
  };
  globalThis.take = async (sdp) => {
    const peer = new RTCPeerConnection();
    await peer.setRemoteDescription({ type: "offer", sdp });
    await peer.setLocalDescription();
    await gathered(peer);
    return peer.localDescription.sdp;
  };
  let sender = null;
  globalThis.offer = async (seats) => {
    sender = new RTCPeerConnection();
    const lines = seats.map((seat) => ({
      seatId: seat.id,
      line: sender.addTransceiver(person(seat.role), { direction: "sendonly" }),
    }));
    await sender.setLocalDescription();
    await gathered(sender);
    const tracks = lines.map(({ seatId, line }) => ({ mid: line.mid, seatId, kind: "video" }));
    return { sdp: sender.localDescription.sdp, tracks };
  };
  globalThis.answered = (sdp) => sender.setRemoteDescription({ type: "answer", sdp });
}
