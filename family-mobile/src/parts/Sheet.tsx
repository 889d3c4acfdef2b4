import { useEffect, useRef, type ReactNode } from "react";
import { CloseIcon } from "@wuduan/web-kit/icons.tsx";
import { t } from "../language.ts";

interface Props {
  name: string;
  title: string;
  /** Absent: the sheet can't be put away. */
  onClose?(): void;
  children: ReactNode;
}

/** A sheet from below, above everything; the browser keeps the focus in it. */
export function Sheet({ name, title, onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className="sheet"
      data-screen={name}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header className="sheet-head">
        <h2>{title}</h2>
        {onClose && (
          <button
            type="button"
            className="button quiet"
            data-action="close"
            aria-label={t("common.close")}
            onClick={onClose}
          >
            <CloseIcon />
          </button>
        )}
      </header>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
}
