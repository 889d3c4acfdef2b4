import type { Live } from "@wuduan/contract/live.ts";
import type { BoxInbox, ConsultationView, Id, View } from "@wuduan/contract/messages.ts";
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
  const medicines = followEach(live, "medicines", (patientId, view) => {
    if (view === undefined || view.kind === "medicines")
      store.send({ type: "medicines", patientId, view });
  });
  const plans = followEach(live, "plan", (patientId, view) => {
    if (view === undefined || view.kind === "plan") store.send({ type: "plan", patientId, view });
  });
  live.watch("inbox", (view) => {
    if (view.kind !== "inbox.box") return;
    store.send({ type: "inbox", inbox: view });
    wearables(view);
    medicines(view);
    plans(view);
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

/** A view of each member of the household; undefined of who left it, and where there is none. */
function followEach(
  live: Live,
  kind: "medicines" | "plan",
  show: (patientId: Id, view: View | undefined) => void,
): (inbox: BoxInbox) => void {
  const watched = new Map<Id, () => void>();
  return ({ patients }) => {
    const now = patients.map(({ patient }) => patient.id);
    for (const [id, stop] of [...watched]) {
      if (now.includes(id)) continue;
      stop();
      watched.delete(id);
      show(id, undefined);
    }
    for (const id of now.filter((each) => !watched.has(each))) {
      const stop = live.watch(
        `${kind}/${id}`,
        (view) => show(id, view),
        () => show(id, undefined),
      );
      watched.set(id, stop);
    }
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
