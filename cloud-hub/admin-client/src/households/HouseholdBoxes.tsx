import { useCallback, useState, type FormEvent } from "react";
import type { BoxList, Id } from "@wuduan/contract/messages.ts";
import { codeFrom } from "@wuduan/contract/codes.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import { Buttons, Dialog, Field, useLoaded, Whole } from "./parts.tsx";
import { t } from "./words.ts";

type Box = BoxList["boxes"][number];

/** The televisions of a household; a new one is confirmed by the code that it shows. */
export function HouseholdBoxes({ household }: { household: Id }) {
  const { commands } = useOffice();
  const list = useLoaded(useCallback(() => commands.boxes(household), [commands, household]));
  const [open, setOpen] = useState<Box | "confirm">();
  const close = () => setOpen(undefined);
  const again = () => void list.again();
  return (
    <section className="part" aria-label={t("boxes")}>
      <header className="page-head">
        <h2>{t("boxes")}</h2>
        <span className="grow" />
        <button
          type="button"
          className="button"
          data-action="confirm-box"
          onClick={() => setOpen("confirm")}
        >
          {t("confirmBox")}
        </button>
      </header>
      <Whole of={list}>
        {({ boxes }) =>
          boxes.length === 0 ? (
            <p className="empty">{t("noBoxes")}</p>
          ) : (
            <ul className="boxes">
              {boxes.map((box) => (
                <li key={box.id} data-box={box.id}>
                  <span>
                    <strong>{box.name}</strong>{" "}
                    <span className={`badge ${box.online ? "on" : "off"}`}>
                      {box.online ? `● ${t("boxOnline")}` : `○ ${t("boxOffline")}`}
                    </span>
                  </span>
                  <button
                    type="button"
                    className="button quiet"
                    data-action="remove-box"
                    onClick={() => setOpen(box)}
                  >
                    {t("removeBox")}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Whole>
      {open === "confirm" && <ConfirmForm household={household} onDone={again} onClose={close} />}
      {open && open !== "confirm" && <RemoveForm box={open} onDone={again} onClose={close} />}
    </section>
  );
}

interface FormProps {
  onDone(): void;
  onClose(): void;
}

function ConfirmForm({ household, onDone, onClose }: FormProps & { household: Id }) {
  const { session, commands } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState(false);
  const [name, setName] = useState<string>(t("boxNameUsual"));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const typed = codeFrom(code);
    setWrong(!typed);
    if (!typed) return;
    if (!(await give(() => commands.confirmBox({ code: typed, householdId: household, name }))))
      return;
    onDone();
    onClose();
  };
  return (
    <Dialog name="confirm-box" title={t("confirmBox")} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Field label={t("boxCode")} name="code" fault={wrong ? t("boxCodeForm") : undefined}>
          {(given) => (
            <input
              {...given}
              data-first
              required
              maxLength={20}
              autoComplete="off"
              className="code-input"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("boxName")} name="name">
          {(given) => (
            <input
              {...given}
              required
              maxLength={20}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <ProblemLine problem={problem} language={i18n.language()} />
        <Buttons busy={busy} submit={t("confirmBox")} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function RemoveForm({ box, onDone, onClose }: FormProps & { box: Box }) {
  const { session, commands } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await give(() => commands.removeBox(box.id)))) return;
    onDone();
    onClose();
  };
  return (
    <Dialog name="remove-box" title={`${t("removeBox")} · ${box.name}`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <p>{t("removeBoxText")}</p>
        <ProblemLine problem={problem} language={i18n.language()} />
        <Buttons busy={busy} submit={t("removeBox")} danger onClose={onClose} />
      </form>
    </Dialog>
  );
}
