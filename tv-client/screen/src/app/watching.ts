import type { Live } from "@wuduan/contract/live.ts";
import type { BoxInbox, ConsultationView, Id } from "@wuduan/contract/messages.ts";
import type { TvStore } from "./store.ts";

/** How often ages and the clock on the wall are renewed, in milliseconds. */
export const TICK_MILLIS = 10_000;

/** Feeds the store with what the hub shows: the own inbox and the newest consultation in it. */
export function watchHub(live: Live, store: TvStore): void {
  live.onLink((link) => store.send({ type: "link", which: "hub", link }));
  store.send({ type: "link", which: "hub", link: live.link() });
  live.onMessage((message) => {
    if (message.type === "beat") store.send({ type: "hub-says", notice: message.notice });
  });
  const consultation = followConsultation(live, store);
  const wearables = followWearables(live, store);
  live.watch("inbox", (view) => {
    if (view.kind !== "inbox.box") return;
    store.send({ type: "inbox", inbox: view });
    wearables(view);
    consultation(view);
  });
}

/** The devices of the household in which the television stands now. */
function followWearables(live: Live, store: TvStore): (inbox: BoxInbox) => void {
  let watched: Id | undefined;
  let stop = () => {};
  return ({ household }) => {
    if (household.id === watched) return;
    stop();
    watched = household.id;
    stop = live.watch(`wearables/${household.id}`, (view) => {
      if (view.kind === "wearables" && view.household.id === watched)
        store.send({ type: "wearables", view });
    });
  };
}

/** An ended consultation is watched until the next one: how it ended still has to be shown. */
function followConsultation(live: Live, store: TvStore): (inbox: BoxInbox) => void {
  let watched: Id | undefined;
  let stop = () => {};
  const show = (view: ConsultationView | undefined) => store.send({ type: "consultation", view });
  return (inbox) => {
    const id = inbox.consultation?.consultationId;
    if (id === undefined || id === watched) return;
    stop();
    watched = id;
    stop = live.watch(
      `consultation/${id}`,
      (view) => {
        if (view.kind === "consultation" && view.id === watched) show(view);
      },
      () => {
        if (watched !== id) return;
        watched = undefined;
        show(undefined);
      },
    );
  };
}
