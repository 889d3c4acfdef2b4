import type { Tile } from "@wuduan/call-web/call.ts";
import { VideoTile } from "@wuduan/call-web/react.tsx";
import type { Seat } from "@wuduan/contract/messages.ts";
import { presenceWord, seatRoleWord } from "@wuduan/web-kit/words.ts";
import { i18n, t } from "../language.ts";

interface Props {
  seat: Seat;
  mine: boolean;
  tile: Tile | undefined;
  /** The own camera, for the own tile. */
  own: MediaStream | null;
  ownCamera: boolean;
  onSoundBlocked(): void;
}

/** From this loudness (0 to 1) somebody counts as speaking. */
const SPEAKING_LEVEL = 0.1;

/** One person: picture, role and name, and the truth about whether they are there. */
export function SeatTile({ seat, mine, tile, own, ownCamera, onSoundBlocked }: Props) {
  const here = mine || seat.presence === "present";
  const media = mine
    ? { video: ownCamera ? own : null, audio: null }
    : { video: tile?.video ?? null, audio: tile?.audio ?? null };
  const name = mine ? `${seat.name} (${t("call.me")})` : seat.name;
  return (
    <li
      className="tile"
      data-seat={seat.id}
      data-role={seat.role}
      data-label={seat.name}
      data-presence={mine ? "present" : seat.presence}
      data-mine={mine}
      data-speaking={!mine && here && (tile?.level ?? 0) >= SPEAKING_LEVEL}
      data-frames={tile?.frames ?? 0}
    >
      <VideoTile
        className="tile-picture"
        tile={media}
        label={`${seatRoleWord(seat.role, i18n.language())} · ${name}`}
        noPicture={here && !mine ? t("call.waitingVideo") : t("call.noVideo")}
        mirrored={mine}
        onSoundBlocked={onSoundBlocked}
      >
        {!here && (
          <p className="tile-presence" role="status">
            {presenceWord(seat.presence, i18n.language())}
          </p>
        )}
      </VideoTile>
    </li>
  );
}
