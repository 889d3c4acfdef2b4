import { useCallback, useState, type ReactNode } from "react";
import type { CallSession, CallState } from "@wuduan/call-web/call.ts";
import { useCall } from "@wuduan/call-web/react.tsx";
import type { Call, ConsultationView, FamilyInbox, Seat } from "@wuduan/contract/messages.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { SeatTile } from "@wuduan/web-kit/browser/SeatTile.tsx";
import { mainSeat, seatsShown } from "@wuduan/web-kit/browser/seats.ts";
import { useCallSession } from "@wuduan/web-kit/browser/useCallSession.ts";
import {
  CameraIcon,
  CameraOffIcon,
  HangUpIcon,
  LinkLostIcon,
  MicIcon,
  MicOffIcon,
  PulseIcon,
  WarningIcon,
} from "@wuduan/web-kit/icons.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import { i18n, t } from "../language.ts";
import { usePhone } from "../phone.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { Sheet } from "./Sheet.tsx";
import { VitalsCards } from "./Vitals.tsx";

type OpenSheet = "vitals" | "leave" | null;

/** In the call: one large face, the others below it, and four buttons. */
export function CallScreen({ view, call }: { view: ConsultationView; call: Call }) {
  const { live } = usePhone();
  const session = useCallSession(live, call);
  const state = useCall(session);
  const [chosen, setChosen] = useState<string | null>(null);
  const [sheet, setSheet] = useState<OpenSheet>(null);
  const [silent, setSilent] = useState(false);
  const onSoundBlocked = useCallback(() => setSilent(true), []);
  const main = mainSeat(call, chosen);
  const others = seatsShown(call).filter(({ id }) => id !== main?.id);
  const tile = (seat: Seat) => (
    <SeatTile
      key={seat.id}
      seat={seat}
      mine={seat.id === call.mySeatId}
      tile={state.tiles.find(({ seatId }) => seatId === seat.id)}
      own={seat.id === call.mySeatId ? state.local : null}
      ownCamera={state.cameraOn}
      words={{
        me: t("call.me"),
        waitingVideo: t("call.waitingVideo"),
        noVideo: t("call.noVideo"),
      }}
      language={i18n.language()}
      onSoundBlocked={onSoundBlocked}
    />
  );
  return (
    <main
      className="call"
      data-screen="call"
      data-consultation={view.id}
      data-state={view.state}
      data-phase={state.phase}
      onPointerDown={() => setSilent(false)}
    >
      <Notices state={state} call={call} silent={silent} />
      <ul className="call-main">{main ? tile(main) : <li>{t("call.alone")}</li>}</ul>
      <Others seats={others} draw={tile} onChoose={setChosen} />
      <Controls session={session} state={state} onSheet={setSheet} />
      {sheet === "vitals" && <VitalsSheet view={view} onClose={() => setSheet(null)} />}
      {sheet === "leave" && <LeaveSheet view={view} onClose={() => setSheet(null)} />}
    </main>
  );
}

function Notices(props: { state: CallState; call: Call; silent: boolean }) {
  const { link } = usePhone();
  const { state, call } = props;
  const moving = state.phase === "rebuilding" || call.media === "moving";
  const problem = state.mediaProblem;
  return (
    <div className="call-notices" role="status">
      {link === "lost" && (
        <p data-state="call-link-lost">
          <LinkLostIcon /> {t("call.lost")}
        </p>
      )}
      {state.phase === "joining" && link === "up" && <p>{t("call.joining")}</p>}
      {moving && link === "up" && <p data-state="rebuilding">{t("call.rebuilding")}</p>}
      {state.phase === "superseded" && <p data-state="superseded">{t("call.superseded")}</p>}
      {props.silent && <p data-state="sound-blocked">{t("call.soundBlocked")}</p>}
      {problem && (
        <p data-media={problem}>
          <WarningIcon /> {t(`call.media.${problem}`)}
        </p>
      )}
    </div>
  );
}

interface OthersProps {
  seats: Seat[];
  draw(seat: Seat): ReactNode;
  onChoose(seatId: string): void;
}

/** The others, small; a tap makes one large. */
function Others({ seats, draw, onChoose }: OthersProps) {
  return (
    <ul
      className="call-others"
      onClick={(event) => {
        const seat = (event.target as Element).closest<HTMLElement>("[data-seat]");
        if (seat?.dataset["seat"] && seat.dataset["mine"] !== "true")
          onChoose(seat.dataset["seat"]);
      }}
    >
      {seats.map(draw)}
    </ul>
  );
}

interface ControlsProps {
  session: CallSession;
  state: CallState;
  onSheet(sheet: OpenSheet): void;
}

function Controls({ session, state, onSheet }: ControlsProps) {
  return (
    <nav className="call-controls">
      <button
        type="button"
        data-action="microphone"
        data-state={state.micOn ? "on" : "off"}
        onClick={() => session.setMicrophone(!state.micOn)}
      >
        <i>{state.micOn ? <MicIcon size="1.6em" /> : <MicOffIcon size="1.6em" />}</i>
        {state.micOn ? t("call.mute") : t("call.unmute")}
      </button>
      <button
        type="button"
        data-action="camera"
        data-state={state.cameraOn ? "on" : "off"}
        onClick={() => session.setCamera(!state.cameraOn)}
      >
        <i>{state.cameraOn ? <CameraIcon size="1.6em" /> : <CameraOffIcon size="1.6em" />}</i>
        {state.cameraOn ? t("call.cameraOff") : t("call.cameraOn")}
      </button>
      <button type="button" data-action="vitals" onClick={() => onSheet("vitals")}>
        <i>
          <PulseIcon size="1.6em" />
        </i>
        {t("call.vitals")}
      </button>
      <button type="button" className="leave" data-action="leave" onClick={() => onSheet("leave")}>
        <i>
          <HangUpIcon size="1.6em" />
        </i>
        {t("call.leave")}
      </button>
    </nav>
  );
}

/** The parent's newest values, as they come in while everybody talks. */
function VitalsSheet({ view, onClose }: { view: ConsultationView; onClose(): void }) {
  const { live } = usePhone();
  const inbox = useView<FamilyInbox>(live, "inbox").view;
  const parent = inbox?.patients.find(({ patient }) => patient.id === view.patient.id);
  const allowed = parent?.rights.includes("see_vitals") ?? false;
  return (
    <Sheet name="vitals" title={t("call.vitalsTitle")} onClose={onClose}>
      {parent && allowed ? (
        <VitalsCards vitals={parent.vitals} />
      ) : (
        <p className="empty">{t("today.noRight")}</p>
      )}
    </Sheet>
  );
}

function LeaveSheet({ view, onClose }: { view: ConsultationView; onClose(): void }) {
  const { session, commands } = usePhone();
  const { busy, problem, give } = useCommand(session);
  return (
    <Sheet name="leave" title={t("call.leave")} onClose={onClose}>
      <p>{t("call.leaveAsk")}</p>
      <ProblemLine problem={problem} />
      <button
        type="button"
        className="button danger big"
        data-action="leave-confirm"
        disabled={busy}
        onClick={() => void give(() => commands.leave(view.id))}
      >
        {t("call.leaveYes")}
      </button>
      <button type="button" className="button big" data-action="stay" onClick={onClose}>
        {t("call.stay")}
      </button>
    </Sheet>
  );
}
