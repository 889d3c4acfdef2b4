import { useEffect, useRef, type ReactNode } from "react";
import { t } from "../language.ts";

interface Props {
  name: string;
  title: string;
  onClose(): void;
  wide?: boolean;
  children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside, Escape closes it, and focus goes back. */
export function Dialog({ name, title, onClose, wide, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={wide ? "dialog dialog-wide" : "dialog"}
      data-screen={name}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-head">
        <h2>{title}</h2>
        <button
          type="button"
          className="button quiet"
          data-action="close"
          aria-label={t("common.close")}
          onClick={onClose}
        >
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}
