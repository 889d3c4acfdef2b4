import { useState, type ReactNode } from "react";
import { createPortal } from "react-dom";

interface Props {
  name: string;
  label: string;
  /** What is on the paper, and nothing else. */
  children: ReactNode;
}

/** A key that prints one paper, which is there only while it is printed. */
export function PrintKey({ name, label, children }: Props) {
  const [printing, setPrinting] = useState(false);
  const print = () => {
    setPrinting(true);
    // Drawn first: the browser prints what it has.
    requestAnimationFrame(() => {
      window.print();
      setPrinting(false);
    });
  };
  return (
    <>
      <button type="button" className="button small" data-action={name} onClick={print}>
        {label}
      </button>
      {printing && createPortal(<div className="paper">{children}</div>, document.body)}
    </>
  );
}
