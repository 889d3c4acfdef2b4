import { useEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import "./paper.css";

interface Props {
  name: string;
  label: string;
  /** Shown while `before` runs. */
  busyLabel?: string;
  /** Asked for what the paper has to say, at each press. */
  before?(): Promise<void>;
  /** What is on the paper, and nothing else. */
  children: ReactNode;
}

/** A key that prints one paper, which is there only while it is printed. */
export function PrintKey({ name, label, busyLabel = label, before, children }: Props) {
  const [stage, setStage] = useState<"idle" | "asking" | "printing">("idle");
  const print = async () => {
    if (stage !== "idle") return;
    if (before) {
      setStage("asking");
      await before();
    }
    setStage("printing");
  };
  useEffect(() => {
    if (stage !== "printing") return undefined;
    // Drawn first: the browser prints what it has. Once the key is gone, so is the paper: nothing is printed then.
    const frame = requestAnimationFrame(() => {
      window.print();
      setStage("idle");
    });
    return () => cancelAnimationFrame(frame);
  }, [stage]);
  return (
    <>
      <button
        type="button"
        className="button small"
        data-action={name}
        // Not disabled: a key that is would lose the focus.
        aria-disabled={stage !== "idle"}
        aria-busy={stage === "asking"}
        onClick={() => void print()}
      >
        {stage === "asking" ? busyLabel : label}
      </button>
      {stage === "printing" && createPortal(<div className="paper">{children}</div>, document.body)}
    </>
  );
}
