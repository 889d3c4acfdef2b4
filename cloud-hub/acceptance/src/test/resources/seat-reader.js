// Reads what a terminal really shows and plays: the code in the pixels of each tile, and the tones in its sound.
window.wuduanReader = (() => {
  const CELLS = 16;
  const ears = new Map();
  let audio;
  let deaf;

  // Listening costs each page a thread of the highest priority: it ends when nobody has asked for this long.
  const LISTENS_FOR_MILLIS = 15_000;

  // Only the row of cells is drawn, four pixels wide and one high for each: whole pictures of four tiles, read again and
  // again, would keep the page from what is to be seen.
  const PIXELS = 4;
  let pen;
  function rowOf(video) {
    const { videoWidth, videoHeight } = video;
    if (!pen) {
      const canvas = document.createElement("canvas");
      canvas.width = CELLS * PIXELS;
      canvas.height = 1;
      pen = canvas.getContext("2d", { willReadFrequently: true });
    }
    const [top, height] = [(videoHeight * 20) / 360, videoHeight / 20];
    pen.drawImage(video, 0, top, videoWidth, height, 0, 0, CELLS * PIXELS, 1);
    return pen.getImageData(0, 0, CELLS * PIXELS, 1).data;
  }

  function cellsOf(video) {
    const row = rowOf(video);
    return Array.from({ length: CELLS }, (_, i) => {
      let sum = 0;
      // the two in the middle: the outer ones touch the neighbours
      for (const pixel of [1, 2])
        for (const colour of [0, 1, 2]) sum += row[(i * PIXELS + pixel) * 4 + colour];
      return sum / 6 > 127 ? 1 : 0;
    });
  }

  const number = (cells) => cells.reduce((value, bit) => value * 2 + bit, 0);

  // The code, or null when the cells are not one: the second half must be the complement of the first.
  function codeIn(video) {
    if (!video || video.hidden || video.videoWidth === 0 || video.readyState < 2) return null;
    const cells = cellsOf(video);
    const code = number(cells.slice(2, 7));
    const complement = number(cells.slice(7, 12));
    if (cells[0] !== 1 || cells[1] !== 0 || (code ^ complement) !== 31) return null;
    return { code, counter: number(cells.slice(12)) };
  }

  function tiles() {
    return [...document.querySelectorAll("[data-seat]")]
      .filter(
        (tile) =>
          tile.dataset.label !== undefined &&
          tile.dataset.mine !== "true" &&
          tile.dataset.own === undefined,
      )
      .map((tile) => {
        const video = tile.querySelector("video");
        return {
          seat: tile.dataset.seat,
          label: tile.dataset.label,
          presence: tile.dataset.presence ?? "",
          seen: codeIn(video),
          frames: video?.getVideoPlaybackQuality().totalVideoFrames ?? 0,
        };
      });
  }

  function stopListening() {
    ears.clear();
    void audio?.close();
    audio = undefined;
  }

  function listen(element) {
    audio ??= new AudioContext({ sinkId: { type: "none" } });
    const key = element.srcObject.id;
    if (!ears.has(key)) {
      const analyser = audio.createAnalyser();
      analyser.fftSize = 8192;
      analyser.smoothingTimeConstant = 0.2;
      audio.createMediaStreamSource(element.srcObject).connect(analyser);
      ears.set(key, analyser);
    }
    return ears.get(key);
  }

  // Which of the given frequencies stand out of what is being played, over all audible elements.
  function tones(candidates) {
    const heard = new Set();
    clearTimeout(deaf);
    deaf = setTimeout(stopListening, LISTENS_FOR_MILLIS);
    for (const element of document.querySelectorAll("audio")) {
      if (!element.srcObject || element.muted || element.paused || element.volume === 0) continue;
      const analyser = listen(element);
      const spectrum = new Float32Array(analyser.frequencyBinCount);
      analyser.getFloatFrequencyData(spectrum);
      const floor = [...spectrum].sort((a, b) => a - b)[spectrum.length >> 1];
      const bin = audio.sampleRate / analyser.fftSize;
      for (const hertz of candidates) {
        const at = Math.round(hertz / bin);
        const peak = Math.max(...spectrum.slice(at - 1, at + 2));
        if (peak > -60 && peak > floor + 25) heard.add(hertz);
      }
    }
    return [...heard].sort((a, b) => a - b);
  }

  // What a picture or a sound is at. Sound whose stream is live and that is paused was held back by the browser.
  function medium(one) {
    const { srcObject, paused, muted, volume, currentTime, readyState, error } = one;
    const tracks = srcObject
      ?.getTracks()
      .map((track) => `${track.kind} ${track.readyState}${track.muted ? " without packets" : ""}`);
    const words = [
      one.closest("[data-role]")?.dataset.role,
      one.localName,
      `(${tracks?.join(", ") ?? "no stream"})`,
      paused ? "paused" : "playing",
      muted && one.localName === "audio" ? "muted" : "",
      volume === 0 ? "volume 0" : "",
      `at ${currentTime.toFixed(1)} s`,
      `ready ${readyState}`,
      error?.message,
    ];
    return words.filter(Boolean).join(" ");
  }

  const media = () => [...document.querySelectorAll("audio, video")].map(medium).join("; ");

  // What the page is at, for the message of a story that breaks off.
  function sight() {
    const marks = ["screen", "dialog", "link", "phase", "state", "strip", "problem"].flatMap(
      (name) => {
        const marked = [...document.querySelectorAll(`[data-${name}]`)];
        const values = new Set(marked.map(({ dataset }) => dataset[name]));
        return values.size > 0 ? [`${name} ${[...values].join("+")}`] : [];
      },
    );
    return [location.pathname, ...marks].join(", ") + (media() && `\n  ${media()}`);
  }

  return { tiles, tones, media, sight };
})();
