import { useCallback, useEffect, useState, type FormEvent } from "react";
import { codeFrom } from "@wuduan/contract/codes.ts";
import type { BoxList, NamedHousehold, Problem } from "@wuduan/contract/messages.ts";
import { useCommand, useStore } from "@wuduan/web-kit/browser/hooks.tsx";
import { CheckIcon, CloseIcon } from "@wuduan/web-kit/icons.tsx";
import { ageOf } from "@wuduan/web-kit/quantity.ts";
import { i18n, t } from "../language.ts";
import { intoSight, scanned } from "../links.ts";
import { usePhone } from "../phone.tsx";
import { WrongCode } from "./BindParent.tsx";
import { CodeField } from "./CodeField.tsx";
import { ProblemLine } from "./ProblemLine.tsx";
import { Sheet } from "./Sheet.tsx";

/** How often the list is asked for again while it is looked at. */
const AGAIN_AFTER_MILLIS = 10_000;
const ROOMS = ["room.living", "room.bedroom", "room.dining"] as const;
export const BOX_NAME_LENGTH_MAX = 16;

/** The televisions of a household: which there are, when each was last heard of, add and remove. */
export function Boxes({ household }: { household: NamedHousehold }) {
  const { list, problem, renew } = useBoxes(household.id);
  return (
    <section className="block card" data-household={household.id}>
      <h2>{t("boxes.title", { household: household.name })}</h2>
      <ProblemLine problem={list === undefined ? problem : null} />
      {list?.boxes.length === 0 && <p className="soft">{t("boxes.none")}</p>}
      {list?.boxes.map((box) => (
        <Box key={box.id} box={box} renew={renew} />
      ))}
      <AddBox household={household} renew={renew} />
    </section>
  );
}

function useBoxes(householdId: string) {
  const { commands } = usePhone();
  const [list, setList] = useState<BoxList>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const renew = useCallback(async () => {
    const answer = await commands.boxes(householdId);
    if (answer.ok) setList(answer.value);
    setProblem(answer.ok ? null : answer.problem);
  }, [commands, householdId]);
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the answer comes later
    void renew();
    const timer = setInterval(() => void renew(), AGAIN_AFTER_MILLIS);
    return () => clearInterval(timer);
  }, [renew]);
  return { list, problem, renew };
}

type Renew = () => Promise<void>;

function Box({ box, renew }: BoxProps) {
  const [open, setOpen] = useState<"name" | "remove">();
  const close = () => setOpen(undefined);
  return (
    <div className="setting" data-box={box.id} data-online={box.online}>
      <span>
        <strong>{box.name}</strong>
        <small className="soft box-seen">
          {box.online ? <CheckIcon /> : <CloseIcon />}
          <span>{seen(box)}</span>
        </small>
      </span>
      {(["name", "remove"] as const).map((what) => (
        <button
          key={what}
          type="button"
          className="button small"
          data-action={`${what}-box`}
          onClick={() => setOpen(what)}
        >
          {t(`boxes.do.${what}`)}
        </button>
      ))}
      {open === "name" && <NameBox box={box} renew={renew} onClose={close} />}
      {open === "remove" && <RemoveBox box={box} renew={renew} onClose={close} />}
    </div>
  );
}

interface BoxProps {
  box: BoxList["boxes"][number];
  renew: Renew;
}

function NameBox({ box, renew, onClose }: BoxProps & { onClose(): void }) {
  const { commands, session } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const [name, setName] = useState(box.name);
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await give(() => commands.nameBox(box.id, { name })))) return;
    onClose();
    await renew();
  };
  return (
    <Sheet name="name-box" title={t("boxes.nameTitle", { name: box.name })} onClose={onClose}>
      <form className="block" onSubmit={(event) => void rename(event)}>
        <RoomField value={name} onChange={setName} />
        <ProblemLine problem={problem} />
        <button className="button primary big" data-action="name-box-really" disabled={busy}>
          {busy ? t("common.sending") : t("boxes.nameYes")}
        </button>
      </form>
    </Sheet>
  );
}

function RemoveBox({ box, renew, onClose }: BoxProps & { onClose(): void }) {
  const { commands, session } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const remove = async () => {
    if (await give(() => commands.removeBox(box.id))) onClose();
    await renew();
  };
  return (
    <Sheet name="remove-box" title={t("boxes.removeAsk", { name: box.name })} onClose={onClose}>
      <p>{t("boxes.removeWhat")}</p>
      <ProblemLine problem={problem} />
      <button
        type="button"
        className="button danger big"
        data-action="remove-box-really"
        disabled={busy}
        onClick={() => void remove()}
      >
        {busy ? t("common.sending") : t("boxes.removeYes")}
      </button>
      <button type="button" className="button big" onClick={onClose}>
        {t("common.cancel")}
      </button>
    </Sheet>
  );
}

function seen(box: BoxList["boxes"][number]): string {
  if (box.online) return t("boxes.online");
  if (box.seenAt === undefined) return t("boxes.never");
  return t("boxes.seen", { age: ageOf(box.seenAt, Date.now(), i18n.language()) });
}

function AddBox({ household, renew }: { household: NamedHousehold; renew: Renew }) {
  const opened = useStore(scanned);
  const [asked, setAsked] = useState(false);
  const isScanned = opened?.kind === "box";
  const close = () => {
    setAsked(false);
    if (isScanned) scanned.set(null);
  };
  if (asked || isScanned)
    return (
      <BoxCode
        household={household}
        scannedCode={isScanned ? opened.code : ""}
        onClose={close}
        renew={renew}
      />
    );
  return (
    <button type="button" className="button" data-action="add-box" onClick={() => setAsked(true)}>
      {t("boxes.add")}
    </button>
  );
}

interface BoxCodeProps {
  household: NamedHousehold;
  scannedCode: string;
  onClose(): void;
  renew: Renew;
}

/** The code of a television that belongs to nobody yet, and where it stands. */
function BoxCode({ household, scannedCode, onClose, renew }: BoxCodeProps) {
  const { commands, session } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const [code, setCode] = useState(scannedCode);
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState(false);
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    const whole = codeFrom(code);
    setWrong(whole === undefined);
    if (whole === undefined) return;
    if (await give(() => commands.confirmBox({ code: whole, householdId: household.id, name }))) {
      onClose();
      await renew();
    }
  };
  return (
    <form
      ref={scannedCode === "" ? undefined : intoSight}
      className="block"
      data-screen="add-box"
      onSubmit={(event) => void confirm(event)}
    >
      <h3>{t("boxes.add")}</h3>
      <p className="soft">{t("boxes.how")}</p>
      <CodeField value={code} onChange={setCode} />
      <RoomField value={name} onChange={setName} />
      {wrong && <WrongCode />}
      <ProblemLine problem={problem} />
      <button className="button primary big" data-action="confirm-box" disabled={busy}>
        {busy ? t("common.sending") : t("boxes.confirm")}
      </button>
      <button type="button" className="button quiet" data-action="close-add" onClick={onClose}>
        {t("common.cancel")}
      </button>
    </form>
  );
}

function RoomField({ value, onChange }: { value: string; onChange(value: string): void }) {
  return (
    <>
      <label className="field">
        <span>{t("boxes.name")}</span>
        <input
          name="box-name"
          required
          maxLength={BOX_NAME_LENGTH_MAX}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <p className="suggestions">
        {ROOMS.map((room) => (
          <button
            key={room}
            type="button"
            className="button small"
            data-room={room}
            onClick={() => onChange(t(room))}
          >
            {t(room)}
          </button>
        ))}
      </p>
    </>
  );
}
