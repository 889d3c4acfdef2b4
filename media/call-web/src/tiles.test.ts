import { expect, test } from "vitest";
import type { Offer } from "@wuduan/contract/messages.ts";
import { TileBoard } from "./tiles.ts";

const CHILD = "0198c0de-0000-7000-8000-000000000021";
const tracks: Offer["tracks"] = [
  { mid: "0", seatId: CHILD, kind: "video" },
  { mid: "1", seatId: CHILD, kind: "audio" },
];

/** A board after one sample of what arrives. */
function tilesAt(board: TileBoard, frames: number, level: number) {
  return board.tiles({
    seatIds: [CHILD],
    tracks,
    track: () => undefined,
    arrivals: new Map([
      ["0", { level: 0, frames, frozen: false }],
      ["1", { level, frames: 0, frozen: false }],
    ]),
  });
}

test("pictures that come, and a voice of changing loudness, draw nothing anew", () => {
  const board = new TileBoard();
  const before = tilesAt(board, 1, 0.4);

  expect(tilesAt(board, 9, 0.1)).toBe(before);
});

test("a breath is no voice", () => {
  const board = new TileBoard();
  const [speaking] = tilesAt(board, 1, 0.1);
  const [silent] = tilesAt(board, 1, 0.09);

  expect([speaking?.speaks, silent?.speaks]).toEqual([true, false]);
});
