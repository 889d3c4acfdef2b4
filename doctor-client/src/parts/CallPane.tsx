import type { CallSession, CallState } from "@wuduan/call-web/call.ts";
import { useCall } from "@wuduan/call-web/react.tsx";
import type { Call } from "@wuduan/contract/messages.ts";
import { useSoundBlocked } from "@wuduan/web-kit/browser/hooks.tsx";
import { SeatTile } from "@wuduan/web-kit/browser/SeatTile.tsx";
import { useCallSession } from "@wuduan/web-kit/browser/useCallSession.ts";
import { gridColumns, seatsShown } from "@wuduan/web-kit/browser/seats.ts";
import {
  CameraIcon,
  CameraOffIcon,
  MicIcon,
  MicOffIcon,
  WarningIcon,
} from "@wuduan/web-kit/icons.tsx";
import { useDesk } from "../desk.tsx";
import { i18n, t } from "../language.ts";
import { useShortcut } from "../useShortcut.ts";

interface Props {
  call: Call;
  /** The pane on the screen; shortcuts of a pane in the background rest. */
  visible: boolean;
}

/** The room: everybody's picture with name and presence, and one's own microphone and camera. */
export function CallPane({ call, visible }: Props) {
  const { live } = useDesk();
  const session = useCallSession(live, call);
  const state = useCall(session);
  const sound = useSoundBlocked();
  return (
    <section className="call" aria-label={t("call.title")} data-phase={state.phase}>
      <CallNotices state={state} call={call} silent={sound.blocked} />
      <VideoGrid state={state} call={call} onSoundBlocked={sound.hold} />
      <CallControls session={session} state={state} visible={visible} />
    </section>
  );
}

function CallNotices(props: { state: CallState; call: Call; silent: boolean }) {
  const { state, call, silent } = props;
  const { link } = useDesk();
  const moving = state.phase === "rebuilding" || call.media === "moving";
  return (
    <div className="notices" role="status">
      {state.phase === "joining" && <p className="notice">{t("call.joining")}</p>}
      {moving && link === "up" && (
        <p className="notice caution" data-state="rebuilding">
          <WarningIcon /> {t("call.rebuilding")}
        </p>
      )}
      {state.phase === "superseded" && (
        <p className="notice caution" data-state="superseded">
          <WarningIcon /> {t("call.superseded")}
        </p>
      )}
      {silent && (
        <p className="notice caution" data-state="sound-blocked">
          <WarningIcon /> {t("call.soundBlocked")}
        </p>
      )}
      {state.mediaProblem && (
        <p className="notice caution" data-media={state.mediaProblem}>
          <WarningIcon /> {t(`call.media.${state.mediaProblem}`)}
        </p>
      )}
    </div>
  );
}

function VideoGrid(props: { state: CallState; call: Call; onSoundBlocked(): () => void }) {
  const { state, call } = props;
  const seats = seatsShown(call);
  const words = {
    me: t("call.me"),
    waitingVideo: t("call.waitingVideo"),
    noVideo: t("call.noVideo"),
  };
  const tiles = new Map(state.tiles.map((tile) => [tile.seatId, tile]));
  return (
    <ul
      className="grid"
      style={{ gridTemplateColumns: `repeat(${gridColumns(seats.length)}, minmax(0, 1fr))` }}
      data-seats={seats.length}
    >
      {seats.map((seat) => (
        <SeatTile
          key={seat.id}
          seat={seat}
          words={words}
          language={i18n.language()}
          mine={seat.id === call.mySeatId}
          tile={tiles.get(seat.id)}
          own={seat.id === call.mySeatId ? state.local : null}
          ownCamera={state.cameraOn}
          onSoundBlocked={props.onSoundBlocked}
        />
      ))}
    </ul>
  );
}

function CallControls(props: { session: CallSession; state: CallState; visible: boolean }) {
  const { session, state, visible } = props;
  const microphone = () => session.setMicrophone(!state.micOn);
  const camera = () => session.setCamera(!state.cameraOn);
  useShortcut("mic", microphone, visible);
  useShortcut("camera", camera, visible);
  return (
    <div className="call-controls">
      <button
        type="button"
        className={state.micOn ? "button" : "button off"}
        data-action="microphone"
        data-state={state.micOn ? "on" : "off"}
        aria-pressed={!state.micOn}
        onClick={microphone}
      >
        {state.micOn ? <MicIcon /> : <MicOffIcon />}
        {state.micOn ? t("call.mic.on") : t("call.mic.off")} <kbd>M</kbd>
      </button>
      <button
        type="button"
        className={state.cameraOn ? "button" : "button off"}
        data-action="camera"
        data-state={state.cameraOn ? "on" : "off"}
        aria-pressed={!state.cameraOn}
        onClick={camera}
      >
        {state.cameraOn ? <CameraIcon /> : <CameraOffIcon />}
        {state.cameraOn ? t("call.camera.on") : t("call.camera.off")} <kbd>V</kbd>
      </button>
    </div>
  );
}
