import type { CallState } from "@wuduan/call-web/call.ts";
import { Sound } from "@wuduan/call-web/react.tsx";
import { useSoundBlocked } from "@wuduan/web-kit/browser/hooks.tsx";
import {
  CameraIcon,
  CameraOffIcon,
  HangUpIcon,
  MicIcon,
  MicOffIcon,
  PeopleIcon,
} from "@wuduan/web-kit/icons.tsx";
import { useSyncExternalStore } from "react";
import type { CallLine } from "../app/call.ts";
import {
  dialogOf,
  largeSeat,
  layoutOf,
  mayWithdraw,
  othersInCall,
  ownSeat,
} from "../core/screen.ts";
import type { Tv } from "../core/tv.ts";
import { Ask } from "./ask.tsx";
import { CardBanner, Strip } from "./call-strip.tsx";
import { OwnTile, SeatTile } from "./call-tile.tsx";
import { AskMedicines } from "./medicines.tsx";
import { Key, useTv } from "./tv-context.tsx";

/**
 * One large face, the others beside it, what is wrong in one line, four keys. Sound has its own elements, so that it goes
 * on whatever happens to the picture.
 */
export function CallScreen({ line }: { readonly line: CallLine }) {
  const { tv } = useTv();
  const state = useSyncExternalStore(line.subscribe, () => line.session()?.state());
  const sound = useSoundBlocked();
  return (
    <div className="call" data-phase={state?.phase} data-generation={state?.generation}>
      <Faces state={state} />
      <Strip silent={sound.blocked} />
      <Below dialog={dialogOf(tv)} />
      {(state?.tiles ?? []).map((tile) => (
        <Sound key={tile.seatId} stream={tile.audio} onBlocked={sound.hold} />
      ))}
    </div>
  );
}

/** The keys, or the question that lies over them. */
function Below({ dialog }: { readonly dialog: Tv["dialog"] }) {
  if (dialog === "hang-up") return <AskHangUp />;
  if (dialog === "withdraw") return <Ask question="withdrawAsk" really="withdraw-really" />;
  return dialog === "medicines" ? <AskMedicines /> : <CallKeys />;
}

/** To leave for now, or to take back the consent to the whole. */
function AskHangUp() {
  const { tv } = useTv();
  return (
    <Ask question="hangUpAsk" really="hang-up-really">
      {mayWithdraw(tv) ? <Key id="withdraw" /> : null}
    </Ask>
  );
}

/** Tiles keep their elements when the large face changes: a picture that is moved would go black. */
function Faces({ state }: { readonly state: CallState | undefined }) {
  const { tv } = useTv();
  const others = othersInCall(tv);
  const large = largeSeat(tv);
  const own = ownSeat(tv);
  const ownIsLarge = own !== undefined && large?.id === own.id;
  const beside = others.filter((seat) => seat.id !== large?.id);
  return (
    <div
      className="faces"
      data-others={others.length}
      style={rowsFor(beside.length + (ownIsLarge ? 0 : 1))}
    >
      {others.map((seat) => (
        <SeatTile
          key={seat.id}
          seat={seat}
          tile={state?.tiles.find(({ seatId }) => seatId === seat.id)}
          row={seat.id === large?.id ? undefined : beside.indexOf(seat) + 1}
        />
      ))}
      {large === undefined ? <Nobody /> : null}
      <OwnTile
        seat={own}
        local={state?.local ?? null}
        row={ownIsLarge ? undefined : beside.length + 1}
      />
      <CardBanner />
    </div>
  );
}

/** Four rows beside the large face; more only when more people are there. */
function rowsFor(count: number) {
  return { gridTemplateRows: `repeat(${Math.max(ROWS_BESIDE_MIN, count)}, 1fr)` };
}
const ROWS_BESIDE_MIN = 4;

function Nobody() {
  const { say } = useTv();
  return <p className="nobody">{say("callNobody")}</p>;
}

function CallKeys() {
  const { tv } = useTv();
  const ids = layoutOf(tv).flat();
  const micOn = tv.media?.micOn !== false;
  const cameraOn = tv.media?.cameraOn !== false;
  return (
    <nav className="keys">
      {ids.includes("large") ? <Key id="large" icon={<PeopleIcon />} /> : null}
      {ids.includes("mute") ? <Key id="mute" icon={micOn ? <MicOffIcon /> : <MicIcon />} /> : null}
      {ids.includes("camera") ? (
        <Key id="camera" icon={cameraOn ? <CameraOffIcon /> : <CameraIcon />} />
      ) : null}
      <Key id="hang-up" tone="danger" icon={<HangUpIcon />} />
    </nav>
  );
}
