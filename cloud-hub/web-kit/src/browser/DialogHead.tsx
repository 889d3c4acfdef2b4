import type { ReactNode } from "react";
import { CloseIcon } from "../icons.tsx";

interface Props {
  title: string;
  /** Name of the key that puts the dialog away. */
  close: string;
  onClose(): void;
  /** Between title and key. */
  children?: ReactNode;
}

/** What stands at the top of every dialog. */
export function DialogHead({ title, close, onClose, children }: Props) {
  return (
    <header className="dialog-head">
      <h2>{title}</h2>
      {children}
      <button
        type="button"
        className="button quiet"
        data-action="close"
        aria-label={close}
        onClick={onClose}
      >
        <CloseIcon />
      </button>
    </header>
  );
}
