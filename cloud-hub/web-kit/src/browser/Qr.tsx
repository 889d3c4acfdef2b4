import { useMemo } from "react";
import { encode } from "uqr";

interface Props {
  /** What a phone's camera reads. */
  readonly text: string;
  /** For who can't see it. */
  readonly label: string;
  readonly className?: string;
}

/** Light modules around the code; readers need four (ISO/IEC 18004). */
const QUIET_MODULES = 4;

/** A QR code, always dark on light: many readers do not know the inverse. It fills its box. */
export function Qr({ text, label, className }: Props) {
  const code = useMemo(() => encode(text, { ecc: "M", border: QUIET_MODULES }), [text]);
  const path = code.data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      className={className}
      role="img"
      aria-label={label}
      data-qr={text}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
