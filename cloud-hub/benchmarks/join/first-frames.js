// Installed in the page of the fifth terminal, ours and the plain one alike: times from the click on "join" until
// the picture of each other person is presented for the first time. The own picture carries data-mine="true".
window.wuduanFrames = (() => {
  const JOIN = "[data-action='join']";
  let clicked = 0;
  let firstBySeat = new Map();
  let watched = new WeakSet();

  function watch(video) {
    const tile = video.closest("[data-seat]");
    if (watched.has(video) || tile === null || tile.dataset.mine === "true") return;
    watched.add(video);
    video.requestVideoFrameCallback(() => {
      const seat = tile.dataset.seat;
      if (!firstBySeat.has(seat)) firstBySeat.set(seat, performance.now() - clicked);
    });
  }

  addEventListener(
    "click",
    (event) => {
      if (!event.target.closest(JOIN)) return;
      clicked = event.timeStamp;
      firstBySeat = new Map();
      watched = new WeakSet();
    },
    true,
  );
  new MutationObserver(() => document.querySelectorAll("[data-seat] video").forEach(watch)).observe(
    document,
    {
      childList: true,
      subtree: true,
    },
  );

  /** Milliseconds after the click at which each other person appeared, earliest first. */
  return { since: () => [...firstBySeat.values()].sort((a, b) => a - b) };
})();
