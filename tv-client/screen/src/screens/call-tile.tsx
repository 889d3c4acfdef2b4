import type { Tile } from "@wuduan/call-web/call.ts";
import type { Doctor, Seat } from "@wuduan/contract/messages.ts";
import {
  CameraOffIcon,
  DoctorIcon,
  LinkLostIcon,
  MicOffIcon,
  PersonIcon,
} from "@wuduan/web-kit/icons.tsx";
import { seatRoleWord } from "@wuduan/web-kit/words.ts";
import { useEffect, useRef } from "react";
import type { Tv } from "../core/tv.ts";
import { doctorLine } from "../describe.ts";
import { useTv } from "./tv-context.tsx";

interface SeatTileProps {
  readonly seat: Seat;
  readonly tile: Tile | undefined;
  /** Row beside the large face; undefined for the large face itself. */
  readonly row: number | undefined;
}

export function SeatTile({ seat, tile, row }: SeatTileProps) {
  const { tv, language } = useTv();
  const large = row === undefined;
  const speaks = tile?.speaks === true;
  return (
    <figure
      className={`tile ${large ? "tile-large" : "tile-side"} ${speaks ? "tile-speaks" : ""}`}
      style={large ? undefined : { gridRow: row }}
      data-seat={seat.id}
      data-role={seat.role}
      data-label={seat.name}
      data-presence={seat.presence}
      data-large={large}
    >
      <Picture stream={tile?.video ?? null} role={seat.role} />
      <Gone seat={seat} />
      <figcaption>
        {large ? seat.name : seatRoleWord(seat.role, language)}
        {large ? <span className="post">{doctorLine(doctorOf(tv, seat))}</span> : null}
      </figcaption>
    </figure>
  );
}

/** The doctor who sits there, for the words below the face; seats carry a name and a role only. */
function doctorOf(tv: Tv, seat: Seat): Doctor | undefined {
  const view = tv.consultation;
  const doctors = [view?.doctor, ...(view?.invitations ?? []).map(({ doctor }) => doctor)];
  return doctors.find((doctor) => doctor?.name === seat.name && doctor.level === seat.role);
}

/** Nobody who is gone looks as if he were here. */
function Gone({ seat }: { readonly seat: Seat }) {
  const { say } = useTv();
  if (seat.presence === "present") return null;
  return (
    <p className="gone">
      <LinkLostIcon size="1.4em" />
      {say(seat.presence === "reconnecting" ? "reconnecting" : "absent")}
    </p>
  );
}

interface OwnTileProps {
  readonly seat: Seat | undefined;
  readonly local: MediaStream | null;
  /** Row beside the large face; undefined when it is the large one. */
  readonly row: number | undefined;
}

export function OwnTile({ seat, local, row }: OwnTileProps) {
  const { tv, say } = useTv();
  const shows = tv.media?.cameraOn !== false && tv.media?.sends?.picture !== false;
  const silent = tv.media?.micOn === false || tv.media?.sends?.sound === false;
  return (
    <figure
      className={`tile tile-own ${row === undefined ? "tile-large" : "tile-side"}`}
      style={row === undefined ? undefined : { gridRow: row }}
      data-seat={seat?.id}
      data-role={seat?.role}
      data-label={seat?.name}
      data-large={row === undefined}
      data-own=""
    >
      <Picture stream={shows ? local : null} role="patient" />
      <figcaption>
        {say("me")}
        {silent ? <MicOffIcon /> : null}
        {shows ? null : <CameraOffIcon />}
      </figcaption>
    </figure>
  );
}

interface PictureProps {
  readonly stream: MediaStream | null;
  readonly role: Seat["role"];
}

function Picture({ stream, role }: PictureProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (element.current !== null) element.current.srcObject = stream;
  }, [stream]);
  const faceless = role === "patient" || role === "family" ? PersonIcon : DoctorIcon;
  const Faceless = faceless;
  return (
    <>
      {stream === null ? (
        <span className="faceless">
          <Faceless size="1em" />
        </span>
      ) : null}
      <video ref={element} autoPlay playsInline muted hidden={stream === null} />
    </>
  );
}
