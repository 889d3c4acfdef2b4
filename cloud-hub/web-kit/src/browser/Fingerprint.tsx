import "./signing.css";

/** The SHA-256 of a public key in groups of four, as people compare it. */
export function Fingerprint({ hex }: { hex: string }) {
  return (
    <code className="fingerprint" data-fingerprint={hex}>
      {hex.replace(/(.{4})(?=.)/g, "$1 ")}
    </code>
  );
}
