import type { ReactNode } from "react";
import type { Patient } from "@wuduan/contract/messages.ts";
import { DialogHead } from "@wuduan/web-kit/browser/DialogHead.tsx";
import { Modal } from "@wuduan/web-kit/browser/Modal.tsx";
import { t } from "../language.ts";
import { PatientLine } from "./PatientLine.tsx";

interface Props {
  name: string;
  title: string;
  /** Whom it concerns: it lies over the case, and nine may be waiting beside it. */
  patient?: Patient;
  onClose(): void;
  wide?: boolean;
  children: ReactNode;
}

/** A question in the middle of the workstation. */
export function Dialog({ name, title, patient, onClose, wide, children }: Props) {
  return (
    <Modal
      name={name}
      label={title}
      className={wide ? "dialog dialog-wide" : "dialog"}
      onClose={onClose}
    >
      <DialogHead title={title} close={t("common.close")} onClose={onClose}>
        {patient && <PatientLine patient={patient} />}
      </DialogHead>
      {children}
    </Modal>
  );
}
