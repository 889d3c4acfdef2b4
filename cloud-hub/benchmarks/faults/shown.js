// Installed in every page: when it said that its link is lost or up, when it showed a seat as gone or back, and when the
// picture of each other person was renewed. Times are milliseconds since 1970, taken in the frame that paints them.
window.wuduanShown = (() => {
  const PICTURES_KEPT = 900;
  const links = [];
  const presences = [];
  const pictures = new Map();
  const watched = new WeakSet();
  const presenceOf = new Map();
  let link;

  function watch(video) {
    if (watched.has(video)) return;
    watched.add(video);
    const next = () => {
      const seat = video.closest("[data-seat]")?.dataset.seat;
      if (seat !== undefined) {
        const times = pictures.get(seat) ?? [];
        times.push(Date.now());
        if (times.length > PICTURES_KEPT) times.shift();
        pictures.set(seat, times);
      }
      video.requestVideoFrameCallback(next);
    };
    video.requestVideoFrameCallback(next);
  }

  const others = () =>
    [...document.querySelectorAll("[data-seat]")].filter(
      ({ dataset }) =>
        dataset.label !== undefined && dataset.mine !== "true" && dataset.own === undefined,
    );

  function look() {
    const at = Date.now();
    const now = document.querySelector("[data-link='lost']") === null ? "up" : "lost";
    if (now !== link) links.push({ at, link: now });
    link = now;
    for (const tile of others()) {
      const { seat, presence } = tile.dataset;
      if (presence !== presenceOf.get(seat)) presences.push({ at, seat, presence });
      presenceOf.set(seat, presence);
      for (const video of tile.querySelectorAll("video")) watch(video);
    }
  }

  let due = false;
  new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      look();
    });
  }).observe(document, { childList: true, subtree: true, attributes: true });

  return {
    /** The first time after `since` at which the link was shown as `wanted`, or null. */
    linkAfter: (since, wanted) =>
      links.find(({ at, link }) => at >= since && link === wanted)?.at ?? null,
    /** Seats shown as not present after `since`: when for the first time. */
    goneAfter: (since) => {
      const gone = {};
      for (const { at, seat, presence } of presences) {
        if (at >= since && presence !== "present") gone[seat] ??= at;
      }
      return gone;
    },
    /** Whether the link is up and so many others are shown as present; since when. */
    complete: (count) => {
      const there = others().filter(({ dataset }) => dataset.presence === "present");
      const at = Math.max(links.at(-1)?.at ?? 0, presences.at(-1)?.at ?? 0);
      return link === "up" && there.length === count ? at : null;
    },
    /** By seat of those who are shown: the longest pause between two pictures that ended after `since`, and the newest picture. */
    pauses: (since) =>
      others().map(({ dataset }) => {
        const times = pictures.get(dataset.seat) ?? [];
        let longest = 0;
        times.forEach((at, i) => {
          if (i > 0 && at >= since) longest = Math.max(longest, at - times[i - 1]);
        });
        return { seat: dataset.seat, longest, newest: times.at(-1) ?? 0 };
      }),
  };
})();
