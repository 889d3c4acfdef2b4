// Pages of participants in one browser page: each has a picture that changes and a tone, and two peer connections.
globalThis.pages = [];

globalThis.openPage = () => {
  const canvas = document.createElement("canvas");
  canvas.width = 640;
  canvas.height = 360;
  const paint = canvas.getContext("2d");
  let tick = 0;
  const timer = setInterval(() => {
    paint.fillStyle = `hsl(${(tick++ * 7) % 360} 80% 50%)`;
    paint.fillRect(0, 0, 640, 360);
  }, 200);
  const sound = new AudioContext();
  const tone = sound.createOscillator();
  const out = sound.createMediaStreamDestination();
  tone.connect(out);
  tone.start();
  const stream = new MediaStream([
    ...canvas.captureStream(5).getTracks(),
    ...out.stream.getTracks(),
  ]);
  pages.push({ stream, timer, sound, publisher: null, subscriber: null });
  return String(pages.length - 1);
};

globalThis.offer = async (page) => {
  const own = pages[page];
  const pc = (own.publisher = new RTCPeerConnection());
  pc.addTransceiver(own.stream.getAudioTracks()[0], {
    direction: "sendonly",
    streams: [own.stream],
  });
  pc.addTransceiver(own.stream.getVideoTracks()[0], {
    direction: "sendonly",
    streams: [own.stream],
    sendEncodings: [
      { rid: "h", maxBitrate: 300000 },
      { rid: "m", scaleResolutionDownBy: 2, maxBitrate: 100000 },
      { rid: "l", scaleResolutionDownBy: 4, maxBitrate: 50000 },
    ],
  });
  await pc.setLocalDescription();
  return pc.localDescription.sdp;
};

globalThis.accept = async (page, sdp) => {
  await pages[page].publisher.setRemoteDescription({ type: "answer", sdp });
};

globalThis.answer = async (page, sdp) => {
  const own = pages[page];
  const pc = (own.subscriber ??= new RTCPeerConnection());
  await pc.setRemoteDescription({ type: "offer", sdp });
  await pc.setLocalDescription();
  return pc.localDescription.sdp;
};

/** Mids of which video frames have been decoded or sound has been received, as "mid kind" lines. */
globalThis.received = async (page) => {
  const pc = pages[page].subscriber;
  if (!pc) return "";
  const lines = [];
  (await pc.getStats()).forEach((report) => {
    if (
      report.type === "inbound-rtp" &&
      (report.framesDecoded > 0 || (report.kind === "audio" && report.packetsReceived > 0))
    )
      lines.push(`${report.mid} ${report.kind}`);
  });
  return lines.sort().join("\n");
};

/** How many video frames have been decoded so far. */
globalThis.frames = async (page) => {
  let frames = 0;
  (await pages[page].subscriber.getStats()).forEach((report) => {
    frames += report.type === "inbound-rtp" ? (report.framesDecoded ?? 0) : 0;
  });
  return String(frames);
};

globalThis.closePage = (page) => {
  const own = pages[page];
  own.publisher?.close();
  own.subscriber?.close();
  clearInterval(own.timer);
  own.sound.close();
};
