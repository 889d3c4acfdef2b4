import { useLayoutEffect, useRef, type ReactNode } from "react";
import "./dialog.css";

interface Props {
  name: string;
  label: string;
  className: string;
  /** Absent: it can't be put away. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
}

/**
 * The browser's own modal dialog: it keeps the focus inside, and the focus goes back when it ends. The
 * field with `data-first` has the focus at the start (React's `autoFocus` comes before the dialog is open).
 */
export function Modal({ name, label, className, onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  // A layout effect ends while the dialog is still in the page; later the focus could not go back.
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => dialog?.close();
  }, []);
  // Browsers that don't know `closedby` close on a second Escape, whatever `cancel` was told.
  const closed = () => {
    if (onClose) onClose();
    else box.current?.showModal();
  };
  return (
    <dialog
      ref={box}
      className={className}
      data-screen={name}
      aria-label={label}
      closedby={onClose ? "closerequest" : "none"}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={closed}
    >
      {children}
    </dialog>
  );
}
