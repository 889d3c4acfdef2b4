import { useState, type FormEvent } from "react";
import type { Id, KnownWearable, WearablesView } from "@wuduan/contract/messages.ts";
import { wearableCommands, type WearableCommands } from "@wuduan/contract/wearables.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { ProblemLine } from "@wuduan/web-kit/browser/ProblemLine.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import { kindOfWearable, nameOfWearable } from "@wuduan/web-kit/wearables.ts";
import { i18n, t as common } from "../language.ts";
import { useOffice } from "../office.tsx";
import { Buttons, Dialog, Field, TextField } from "./parts.tsx";
import { t } from "./words.ts";

/** Wire limit of a device's name. */
const NAME_LENGTH_MAX = 32;

type Open = { act: "change" | "remove"; address: string } | undefined;

/** What is measured with in a household, as it changes; added where it lies, by television or phone. */
export function HouseholdWearables({ household }: { household: Id }) {
  const { live, commands } = useOffice();
  const { view, gone } = useView<WearablesView>(live, `wearables/${household}`);
  const [open, setOpen] = useState<Open>();
  const wearables = wearableCommands(commands.send, household);
  const device = view?.wearables.find(({ address }) => address === open?.address);
  const close = () => setOpen(undefined);
  return (
    <section className="part" aria-label={t("wearables")} data-part="wearables">
      <h2>{t("wearables")}</h2>
      <ProblemLine problem={gone} language={i18n.language()} />
      {!view && !gone && <p className="soft">{common("common.loading")}</p>}
      {view?.wearables.length === 0 && <p className="empty">{t("noWearables")}</p>}
      {view && view.wearables.length > 0 && (
        <ul className="things">
          {view.wearables.map((one) => (
            <Line
              key={one.address}
              device={one}
              view={view}
              onAct={(act) => setOpen({ act, address: one.address })}
            />
          ))}
        </ul>
      )}
      {view && device && open?.act === "change" && (
        <ChangeForm device={device} view={view} wearables={wearables} onClose={close} />
      )}
      {device && open?.act === "remove" && (
        <RemoveForm device={device} wearables={wearables} onClose={close} />
      )}
    </section>
  );
}

interface LineProps {
  device: KnownWearable;
  view: WearablesView;
  onAct(act: "change" | "remove"): void;
}

function Line({ device, view, onAct }: LineProps) {
  const language = i18n.language();
  const wearers = view.patients.filter(({ id }) => device.wearers.includes(id));
  return (
    <li data-device={device.address}>
      <span>
        <strong>{nameOfWearable(device, language)}</strong>
        <small className="soft">
          {kindOfWearable(device)[language]} · {device.model}
        </small>
        <small>
          {wearers.length === 0
            ? t("wearerNobody")
            : t("wearerIs", { name: wearers.map(({ name }) => name).join("、") })}
        </small>
      </span>
      <span className="acts">
        <button
          type="button"
          className="button quiet"
          data-action="change-device"
          onClick={() => onAct("change")}
        >
          {t("edit")}
        </button>
        <button
          type="button"
          className="button quiet"
          data-action="remove-device"
          onClick={() => onAct("remove")}
        >
          {t("removeBox")}
        </button>
      </span>
    </li>
  );
}

interface FormProps {
  device: KnownWearable;
  wearables: WearableCommands;
  onClose(): void;
}

/** Its name and whom it measures. Earlier measurements stay whose they were. */
function ChangeForm({ device, view, wearables, onClose }: FormProps & { view: WearablesView }) {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const called = nameOfWearable(device, i18n.language());
  const [before] = useState(() => ({ name: called, wearer: device.wearers[0] ?? "" }));
  const [name, setName] = useState(called);
  const [wearer, setWearer] = useState<string>(before.wearer);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    const { address } = device;
    const named =
      wanted === before.name || (await give(() => wearables.rename(address, { name: wanted })));
    if (!named) return;
    const given =
      wearer === before.wearer ||
      (await give(() => wearables.changeWearer(address, { patientId: wearer })));
    if (given) onClose();
  };
  return (
    <Dialog name="change-device" title={`${t("edit")} · ${called}`} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <TextField
          label={t("wearableName")}
          name="name"
          value={name}
          onText={setName}
          input={{ required: true, maxLength: NAME_LENGTH_MAX, "data-first": true }}
        />
        <Field label={t("wearer")} name="wearer" hint={t("wearerHint")}>
          {(given) => (
            <select
              {...given}
              required={before.wearer !== ""}
              value={wearer}
              onChange={(event) => setWearer(event.target.value)}
            >
              {before.wearer === "" && <option value="">{t("wearerNobody")}</option>}
              {view.patients.map((patient) => (
                <option key={patient.id} value={patient.id}>
                  {patient.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <ProblemLine problem={problem} language={i18n.language()} />
        <Buttons busy={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function RemoveForm({ device, wearables, onClose }: FormProps) {
  const { session } = useOffice();
  const { busy, problem, give } = useCommand(session);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await give(() => wearables.remove(device.address))) onClose();
  };
  const called = nameOfWearable(device, i18n.language());
  return (
    <Dialog name="remove-device" title={`${t("removeBox")} · ${called}`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <p>{t("removeWearableText")}</p>
        <ProblemLine problem={problem} language={i18n.language()} />
        <Buttons busy={busy} submit={t("removeBox")} danger onClose={onClose} />
      </form>
    </Dialog>
  );
}
