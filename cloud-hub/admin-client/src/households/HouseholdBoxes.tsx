import { useCallback, useEffect, useState } from "react";
import type { BoxList, Id } from "@wuduan/contract/messages.ts";
import { ageOf } from "@wuduan/web-kit/quantity.ts";
import { i18n } from "../language.ts";
import { useOffice } from "../office.tsx";
import type { Books } from "./api.ts";
import { ConfirmForm, MoveBoxForm, NameForm, RemoveForm, type Box } from "./BoxForms.tsx";
import { useLoaded, Whole, type Loaded } from "./parts.tsx";
import { t } from "./words.ts";

interface Props {
  books: Books;
  household: Id;
}

type Act = "name" | "move" | "remove";
type Open = { act: "confirm" } | { act: Act; box: Box } | undefined;

const ACTS: readonly (readonly [Act, "nameBox" | "moveBox" | "removeBox"])[] = [
  ["name", "nameBox"],
  ["move", "moveBox"],
  ["remove", "removeBox"],
];

/** The televisions of a household; a new one is confirmed by the code that it shows. */
export function HouseholdBoxes({ books, household }: Props) {
  const { commands } = useOffice();
  const list = useLoaded(useCallback(() => commands.boxes(household), [commands, household]));
  const expect = useUntilOnline(list);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const again = () => void list.again();
  const confirmed = () => {
    again();
    expect();
  };
  return (
    <section className="part" aria-label={t("boxes")}>
      <header className="page-head">
        <h2>{t("boxes")}</h2>
        <span className="grow" />
        <button
          type="button"
          className="button"
          data-action="confirm-box"
          onClick={() => setOpen({ act: "confirm" })}
        >
          {t("confirmBox")}
        </button>
      </header>
      <Whole of={list}>
        {({ boxes }) =>
          boxes.length === 0 ? (
            <p className="empty">{t("noBoxes")}</p>
          ) : (
            <ul className="things">
              {boxes.map((box) => (
                <Line key={box.id} box={box} onAct={(act) => setOpen({ act, box })} />
              ))}
            </ul>
          )
        }
      </Whole>
      {open?.act === "confirm" && (
        <ConfirmForm household={household} onDone={confirmed} onClose={close} />
      )}
      {open?.act === "name" && <NameForm box={open.box} onDone={again} onClose={close} />}
      {open?.act === "move" && (
        <MoveBoxForm
          box={open.box}
          books={books}
          household={household}
          onDone={again}
          onClose={close}
        />
      )}
      {open?.act === "remove" && <RemoveForm box={open.box} onDone={again} onClose={close} />}
    </section>
  );
}

function Line({ box, onAct }: { box: Box; onAct(act: Act): void }) {
  return (
    <li data-box={box.id} data-online={box.online}>
      <span>
        <strong>{box.name}</strong>
        <span className={`badge ${box.online ? "on" : "off"}`}>
          {box.online ? `● ${t("boxOnline")}` : `○ ${t("boxOffline")}`}
        </span>
        {!box.online && <small className="soft">{lastSeen(box)}</small>}
      </span>
      <span className="acts">
        {ACTS.map(([act, word]) => (
          <button
            key={act}
            type="button"
            className="button quiet"
            data-action={`${act}-box`}
            onClick={() => onAct(act)}
          >
            {t(word)}
          </button>
        ))}
      </span>
    </li>
  );
}

function lastSeen({ seenAt }: Box): string {
  if (seenAt === undefined) return t("boxNeverSeen");
  return t("boxSeen", { age: ageOf(seenAt, Date.now(), i18n.language()) });
}

/** How often, and how many times, the list is asked for again after a box was confirmed. */
const AGAIN_AFTER_MILLIS = 2_000;
const AGAIN_MAX = 60;

/** A box that has just been confirmed signs in within a moment: until then, and no longer, the list is asked for. */
function useUntilOnline({ value, again }: Loaded<BoxList>): () => void {
  const [left, setLeft] = useState(0);
  const waits = left > 0 && (value?.boxes.some(({ online }) => !online) ?? false);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => {
      setLeft(left - 1);
      void again();
    }, AGAIN_AFTER_MILLIS);
    return () => clearTimeout(timer);
  }, [waits, left, again]);
  return useCallback(() => setLeft(AGAIN_MAX), []);
}
