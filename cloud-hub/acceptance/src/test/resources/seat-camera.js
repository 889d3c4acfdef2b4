// A camera and a microphone for one seat: the picture carries the seat's number as black and white cells with a running
// counter, the sound is a tone of its own. Installed before the page's scripts; WUDUAN_SEAT is set by the story: a seat
// without hertz has no microphone.
(() => {
  const seat = window.WUDUAN_SEAT;
  const WIDTH = 640,
    HEIGHT = 360,
    CELLS = 16,
    RATE = seat.rate ?? 10;
  const bits = (value, count) =>
    Array.from({ length: count }, (_, i) => (value >> (count - 1 - i)) & 1);
  const cellsOf = (counter) => [
    1,
    0,
    ...bits(seat.code, 5),
    ...bits(~seat.code & 31, 5),
    ...bits(counter & 15, 4),
  ];

  function face(pen) {
    pen.fillStyle = seat.colour;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.fillStyle = "#f2d6bd";
    pen.beginPath();
    pen.arc(WIDTH / 2, 190, 78, 0, 2 * Math.PI);
    pen.fill();
    pen.fillStyle = "#4a5a63";
    pen.fillRect(WIDTH / 2 - 130, 280, 260, 80);
    pen.fillStyle = "#2b2b2b";
    for (const x of [-28, 28]) pen.fillRect(WIDTH / 2 + x - 6, 170, 12, 12);
    pen.fillRect(WIDTH / 2 - 22, 222, 44, 6);
  }

  function camera() {
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const pen = canvas.getContext("2d");
    let counter = 0;
    const draw = () => {
      face(pen);
      cellsOf(counter++).forEach((bit, i) => {
        pen.fillStyle = bit ? "#fff" : "#000";
        pen.fillRect((i * WIDTH) / CELLS, 0, WIDTH / CELLS, 60);
      });
    };
    draw();
    setInterval(draw, 1000 / RATE);
    return canvas.captureStream(RATE).getVideoTracks()[0];
  }

  function microphone() {
    // played nowhere here: an output of its own would take a thread of the highest priority from every page
    const audio = new AudioContext({ sinkId: { type: "none" } });
    const tone = audio.createOscillator();
    tone.frequency.value = seat.hertz;
    const volume = audio.createGain();
    volume.gain.value = 0.3;
    const out = audio.createMediaStreamDestination();
    tone.connect(volume).connect(out);
    tone.start();
    return out.stream.getAudioTracks()[0];
  }

  navigator.mediaDevices.getUserMedia = async (wish) => {
    const tracks = [];
    if (wish.video) tracks.push(camera());
    if (wish.audio && seat.hertz) tracks.push(microphone());
    return new MediaStream(tracks);
  };
})();
