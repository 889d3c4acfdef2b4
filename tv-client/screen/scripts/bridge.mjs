// A media bridge for the stage: a second page of the same browser takes the published picture and
// offers one drawn face per seat. Enough to see and test tiles; nothing of it is the real bridge.
export async function openBridge(context, origin) {
  const page = await context.newPage();
  await page.goto(`${origin}/bridge-blank`);
  await page.evaluate(() => {
    const gathered = (peer) =>
      new Promise((done) => {
        if (peer.iceGatheringState === "complete") done();
        peer.onicegatheringstatechange = () => peer.iceGatheringState === "complete" && done();
        setTimeout(done, 2_000);
      });
    const face = (name, colour) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
      const pen = canvas.getContext("2d");
      let n = 0;
      setInterval(() => {
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 640, 360);
        pen.fillStyle = "#f3d9c4";
        pen.beginPath();
        pen.arc(320, 150 + Math.sin(n++ / 10) * 4, 80, 0, 7);
        pen.fill();
        pen.fillStyle = "#ffffff";
        pen.beginPath();
        pen.ellipse(320, 340, 150, 100, 0, 0, 7);
        pen.fill();
        pen.fillStyle = "#10212b";
        pen.font = "40px sans-serif";
        pen.fillText(`${name} ${n}`, 20, 50);
      }, 100);
      return canvas.captureStream(10).getVideoTracks()[0];
    };
    globalThis.bridge = {
      publish: async (sdp) => {
        const peer = new RTCPeerConnection();
        globalThis.taken = peer;
        await peer.setRemoteDescription({ type: "offer", sdp });
        await peer.setLocalDescription();
        await gathered(peer);
        return peer.localDescription.sdp;
      },
      offer: async (seats) => {
        const peer = new RTCPeerConnection();
        globalThis.given = peer;
        const colours = ["#3f6f8f", "#4f7f5f", "#7f5f4f", "#5f4f7f"];
        const lines = seats.map((seat, n) => ({
          seat,
          line: peer.addTransceiver(face(seat.role, colours[n % 4]), { direction: "sendonly" }),
        }));
        await peer.setLocalDescription();
        await gathered(peer);
        const tracks = lines.map(({ seat, line }) => ({
          mid: line.mid,
          seatId: seat.id,
          kind: "video",
        }));
        return { sdp: peer.localDescription.sdp, tracks };
      },
      answered: (sdp) => globalThis.given.setRemoteDescription({ type: "answer", sdp }),
    };
  });

  /** What the hub would say to one message about media, for the seats of this call. */
  return async function media(message, call) {
    const numbers = { callId: call.id, epoch: 1, generation: call.generation };
    if (message.type === "seat.claim") {
      const seats = call.seats.filter((seat) => seat.id !== call.mySeatId);
      const offer = await page.evaluate((them) => globalThis.bridge.offer(them), seats);
      const claimed = { type: "seat.claimed", ref: message.id, seatId: call.mySeatId };
      return [
        { ...claimed, ...numbers, media: "build" },
        { type: "media.offer", ...numbers, offer: 1, ...offer },
      ];
    }
    if (message.type === "media.publish") {
      const sdp = await page.evaluate((offer) => globalThis.bridge.publish(offer), message.sdp);
      return [{ type: "media.published", ref: message.id, ...numbers, sdp }];
    }
    if (message.type === "media.answer") {
      await page.evaluate((sdp) => globalThis.bridge.answered(sdp), message.sdp);
    }
    return [];
  };
}
