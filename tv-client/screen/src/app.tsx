import { useSyncExternalStore } from "react";
import type { Television } from "./app/start.ts";
import { takesOk } from "./core/ready.ts";
import { dialogOf, screenOf, type ScreenName } from "./core/screen.ts";
import { isConnected, languageOf } from "./core/tv.ts";
import { CallScreen } from "./screens/call.tsx";
import { Choose } from "./screens/choose.tsx";
import { Consent } from "./screens/consent.tsx";
import { Device, Devices, Pairing } from "./screens/devices.tsx";
import { Cancelled, Elsewhere, Left, Summary } from "./screens/ends.tsx";
import { Family } from "./screens/family.tsx";
import { Health } from "./screens/health.tsx";
import { LooksScreen } from "./screens/looks.tsx";
import {
  Children,
  Enrol,
  InviteChild,
  InviteCode,
  InviteWhom,
  Reset,
  Settings,
  Whose,
} from "./screens/household.tsx";
import { Home } from "./screens/home.tsx";
import { Measure } from "./screens/measure.tsx";
import { Measurement } from "./screens/measurement.tsx";
import { Medicines } from "./screens/medicines.tsx";
import { Ring } from "./screens/ring.tsx";
import { Teach } from "./screens/teach.tsx";
import { TvProvider } from "./screens/tv-context.tsx";
import { Waiting } from "./screens/waiting.tsx";

const SCREENS: Readonly<Record<Exclude<ScreenName, "call">, () => React.ReactNode>> = {
  elsewhere: Elsewhere,
  ring: Ring,
  consent: Consent,
  left: Left,
  teach: Teach,
  cancelled: Cancelled,
  measurement: Measurement,
  summary: Summary,
  medicines: Medicines,
  waiting: Waiting,
  home: Home,
  choose: Choose,
  measure: Measure,
  health: Health,
  looks: LooksScreen,
  family: Family,
  enrol: Enrol,
  whose: Whose,
  children: Children,
  "invite-whom": InviteWhom,
  invite: InviteChild,
  "invite-code": InviteCode,
  settings: Settings,
  reset: Reset,
  devices: Devices,
  device: Device,
  pairing: Pairing,
};

export function App({ television }: { readonly television: Television }) {
  const { store, line } = television;
  const tv = useSyncExternalStore(store.subscribe, store.state);
  const name = screenOf(tv);
  const Shown = name === "call" ? undefined : SCREENS[name];
  return (
    <TvProvider tv={tv} click={(id) => store.send({ type: "click", id })}>
      <main
        className={`screen screen-${name}`}
        lang={languageOf(tv)}
        data-screen={name}
        data-ready={takesOk(tv)}
        data-dialog={dialogOf(tv)}
        data-link={isConnected(tv) ? "up" : "lost"}
        data-box-link={tv.boxLink}
        data-consultation={tv.consultation?.id}
        data-state={tv.consultation?.state}
      >
        {Shown === undefined ? <CallScreen line={line} /> : <Shown />}
      </main>
    </TvProvider>
  );
}
