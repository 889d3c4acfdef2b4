import type { ReactNode } from "react";
import { Modal } from "@wuduan/web-kit/browser/Modal.tsx";
import { CloseIcon } from "@wuduan/web-kit/icons.tsx";
import { t } from "../language.ts";

interface Props {
  name: string;
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** A sheet from below, above everything. */
export function Sheet({ name, title, onClose, children }: Props) {
  return (
    <Modal name={name} label={title} className="sheet" onClose={onClose}>
      <header className="sheet-head">
        <h2>{title}</h2>
        <button
          type="button"
          className="button quiet"
          data-action="close"
          aria-label={t("common.close")}
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </header>
      <div className="sheet-body">{children}</div>
    </Modal>
  );
}
