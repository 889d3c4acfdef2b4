import { useState } from "react";
import type { CallSession, CallState } from "@wuduan/call-web/call.ts";
import { useCall } from "@wuduan/call-web/react.tsx";
import type { Call, ConsultationView, FamilyInbox } from "@wuduan/contract/messages.ts";
import { useCommand, useSoundBlocked } from "@wuduan/web-kit/browser/hooks.tsx";
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
import { may, type Joining } from "../family.ts";
import { i18n, t } from "../language.ts";
import { usePhone } from "../phone.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { Sheet } from "./Sheet.tsx";
import { VitalsCards } from "./Vitals.tsx";
import { WithdrawSheet } from "./WithdrawSheet.tsx";

type OpenSheet = "vitals" | "leave" | "withdraw" | null;

interface Props {
  view: ConsultationView;
  call: Call;
  /** A join on its way: who hangs up now has never been in. */
  joining: Joining | undefined;
}

/** In the call: one large face, the others below it, and four buttons. */
export function CallScreen({ view, call, joining }: Props) {
  const { live } = usePhone();
  const session = useCallSession(live, call, joining?.call);
  const state = useCall(session);
  const [sheet, setSheet] = useState<OpenSheet>(null);
  // A sheet that gives way to another one closes itself alone.
  const closing = (which: OpenSheet) => () => setSheet((now) => (now === which ? null : now));
  const sound = useSoundBlocked();
  return (
    <main
      className="call"
      data-screen="call"
      data-consultation={view.id}
      data-state={view.state}
      data-phase={state.phase}
    >
      <Notices state={state} call={call} silent={sound.blocked} />
      <Faces state={state} call={call} onSoundBlocked={sound.hold} />
      <Controls session={session} state={state} onSheet={setSheet} onCancel={joining?.cancel} />
      {sheet === "vitals" && <VitalsSheet view={view} onClose={closing("vitals")} />}
      {sheet === "leave" && (
        <LeaveSheet
          view={view}
          onWithdraw={() => setSheet("withdraw")}
          onClose={closing("leave")}
        />
      )}
      {sheet === "withdraw" && may(view, "withdraw-consent") && (
        <WithdrawSheet view={view} onClose={closing("withdraw")} />
      )}
    </main>
  );
}

/** A tile keeps its element when it becomes large: moved elsewhere, its sound would break off. */
function Faces(props: { state: CallState; call: Call; onSoundBlocked(): () => void }) {
  const { state, call } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const seats = seatsShown(call);
  const main = mainSeat(call, chosen);
  const small = seats.filter(({ id }) => id !== main?.id);
  const words = {
    me: t("call.me"),
    waitingVideo: t("call.waitingVideo"),
    noVideo: t("call.noVideo"),
  };
  return (
    <ul className="call-faces">
      {!main && <li className="call-alone">{t("call.alone")}</li>}
      {seats.map((seat) => {
        const [mine, large] = [seat.id === call.mySeatId, seat.id === main?.id];
        const word = t("call.enlarge", { name: seat.name });
        return (
          <SeatTile
            key={seat.id}
            seat={seat}
            words={words}
            language={i18n.language()}
            mine={mine}
            tile={state.tiles.find(({ seatId }) => seatId === seat.id)}
            own={mine ? state.local : null}
            ownCamera={state.cameraOn}
            onSoundBlocked={props.onSoundBlocked}
            large={large}
            {...(large && { columns: Math.max(1, small.length) })}
            choose={mine || large ? undefined : { word, onChoose: () => setChosen(seat.id) }}
          />
        );
      })}
    </ul>
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

interface ControlsProps {
  session: CallSession;
  state: CallState;
  onSheet(sheet: OpenSheet): void;
  onCancel: (() => void) | undefined;
}

function Controls({ session, state, onSheet, onCancel }: ControlsProps) {
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
      <button
        type="button"
        className="leave"
        data-action="leave"
        onClick={onCancel ?? (() => onSheet("leave"))}
      >
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

interface LeaveProps {
  view: ConsultationView;
  onWithdraw(): void;
  onClose(): void;
}

/** To leave for oneself, or, for who may sign for the parent, to end it for everybody. */
function LeaveSheet({ view, onWithdraw, onClose }: LeaveProps) {
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
      {may(view, "withdraw-consent") && (
        <button
          type="button"
          className="button big"
          data-action="withdraw-consent"
          onClick={onWithdraw}
        >
          {t("withdraw.open")}
        </button>
      )}
    </Sheet>
  );
}
