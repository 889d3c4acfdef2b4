import type { Tile } from "@wuduan/call-web/call.ts";
import { VideoTile } from "@wuduan/call-web/react.tsx";
import type { Language, Seat } from "@wuduan/contract/messages.ts";
import { presenceWord, seatRoleWord } from "../words.ts";
import "./SeatTile.css";

/** What a tile says in the client's own words. */
export interface TileWords {
  me: string;
  waitingVideo: string;
  noVideo: string;
}

interface Props {
  seat: Seat;
  words: TileWords;
  language: Language;
  mine: boolean;
  tile: Tile | undefined;
  /** The own camera, for the own tile. */
  own: MediaStream | null;
  ownCamera: boolean;
  onSoundBlocked(): () => void;
  /** The one large face, where a client shows one. */
  large?: boolean;
  /** The columns of a grid that it takes. */
  columns?: number;
  /** Present: a press makes this face the large one. */
  choose?: { word: string; onChoose(): void } | undefined;
}

/** One person: picture, role and name, and the truth about whether they are there. */
export function SeatTile(props: Props) {
  const { seat, mine, tile, own, ownCamera, words, language, choose } = props;
  const here = mine || seat.presence === "present";
  const media = mine
    ? { video: ownCamera ? own : null, audio: null }
    : { video: tile?.video ?? null, audio: tile?.audio ?? null };
  const name = mine ? `${seat.name} (${words.me})` : seat.name;
  return (
    <li
      className="tile"
      style={props.columns === undefined ? undefined : { gridColumn: `1 / span ${props.columns}` }}
      data-large={props.large}
      data-seat={seat.id}
      data-role={seat.role}
      data-label={seat.name}
      data-presence={mine ? "present" : seat.presence}
      data-mine={mine}
      data-speaking={!mine && here && tile?.speaks === true}
    >
      <VideoTile
        className="tile-picture"
        tile={media}
        label={`${seatRoleWord(seat.role, language)} · ${name}`}
        noPicture={here && !mine ? words.waitingVideo : words.noVideo}
        mirrored={mine}
        onSoundBlocked={props.onSoundBlocked}
      >
        {!here && (
          <p className="tile-presence" role="status">
            {presenceWord(seat.presence, language)}
          </p>
        )}
      </VideoTile>
      {choose && (
        <button
          type="button"
          className="tile-choose"
          aria-label={choose.word}
          data-action="enlarge"
          onClick={choose.onChoose}
        />
      )}
    </li>
  );
}
