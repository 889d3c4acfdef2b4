import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { clampWidth, readWidth, SIDE_WIDTH, writeWidth } from "../panes.ts";
import { t } from "../language.ts";

/** CSS pixels a press of an arrow key moves the border. */
const KEY_STEP = 16;

/** The queue beside the case, with a border that is moved by mouse or keys and stays where it was put. */
export function Panes({ side, children }: { side: ReactNode; children: ReactNode }) {
  const [width, setWidth] = useState(readWidth);
  const change = (next: number) => {
    const clamped = clampWidth(next);
    setWidth(clamped);
    writeWidth(clamped);
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    change(width + (event.key === "ArrowRight" ? KEY_STEP : -KEY_STEP));
  };
  const drag = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) change(event.clientX);
  };
  return (
    <div className="panes" style={{ gridTemplateColumns: `${width}px 6px minmax(0, 1fr)` }}>
      <nav className="side">{side}</nav>
      <div
        className="pane-border"
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t("pane.resize")}
        aria-valuenow={width}
        aria-valuemin={SIDE_WIDTH.min}
        aria-valuemax={SIDE_WIDTH.max}
        onKeyDown={byKey}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
      <main className="desk">{children}</main>
    </div>
  );
}
