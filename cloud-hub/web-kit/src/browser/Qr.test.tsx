// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { encode } from "uqr";
import { expect, test } from "vitest";
import { Qr } from "./Qr.tsx";

test("a code has a light frame of four modules, and one square for each dark module", () => {
  const text = "https://hub.example.org/family/#box=ABCDEFGH";

  render(<Qr text={text} label="scan" />);

  const drawn = screen.getByRole("img", { name: "scan" });
  const squares = drawn.querySelector("path")?.getAttribute("d")?.match(/M/g)?.length;
  const bare = encode(text, { ecc: "M", border: 0 });
  expect(squares).toBe(bare.data.flat().filter(Boolean).length);
  expect(drawn.getAttribute("viewBox")).toBe(`0 0 ${bare.size + 8} ${bare.size + 8}`);
});
