import type { Id, Offer } from "@wuduan/contract/messages.ts";
import type { Tile } from "./call.ts";
import type { Judged } from "./arrivals.ts";

/** From this loudness (0 to 1) somebody counts as speaking. */
const SPEAKING_LEVEL = 0.1;

export interface Board {
  seatIds: readonly Id[];
  /** Which seat and kind each mid carries now. */
  tracks: Offer["tracks"];
  track(mid: string): MediaStreamTrack | undefined;
  arrivals: ReadonlyMap<string, Judged>;
}

/**
 * Puts what arrives under the seats that it belongs to. Keeps the streams, the tiles and the list the
 * same objects as long as they say the same, so that no screen draws or plays anew without need.
 */
export class TileBoard {
  readonly #streams = new WeakMap<MediaStreamTrack, MediaStream>();
  #tiles: Tile[] = [];

  tiles(board: Board): Tile[] {
    const next = board.seatIds.map((seatId, at) => {
      const tile = this.#tile(seatId, board);
      const last = this.#tiles[at];
      return last && isSame(last, tile) ? last : tile;
    });
    const isUnchanged =
      next.length === this.#tiles.length && next.every((tile, at) => tile === this.#tiles[at]);
    if (!isUnchanged) this.#tiles = next;
    return this.#tiles;
  }

  #tile(seatId: Id, { tracks, track, arrivals }: Board): Tile {
    const midOf = (kind: "audio" | "video") =>
      tracks.find((line) => line.seatId === seatId && line.kind === kind)?.mid;
    const [audio, video] = [midOf("audio"), midOf("video")];
    return {
      seatId,
      audio: this.#stream(audio === undefined ? undefined : track(audio)),
      video: this.#stream(video === undefined ? undefined : track(video)),
      speaks: (arrivals.get(audio ?? "")?.level ?? 0) >= SPEAKING_LEVEL,
      ...(arrivals.get(video ?? "")?.frozen && { frozen: true as const }),
    };
  }

  #stream(track: MediaStreamTrack | undefined): MediaStream | null {
    if (!track) return null;
    const known = this.#streams.get(track);
    if (known) return known;
    const stream = new MediaStream([track]);
    this.#streams.set(track, stream);
    return stream;
  }
}

function isSame(one: Tile, other: Tile): boolean {
  return (
    one.seatId === other.seatId &&
    one.audio === other.audio &&
    one.video === other.video &&
    one.speaks === other.speaks &&
    one.frozen === other.frozen
  );
}
