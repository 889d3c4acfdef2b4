import { useState } from "react";
import type { KnownWearable, WearablesView } from "@wuduan/contract/messages.ts";
import type { WearableCommands } from "@wuduan/contract/wearables.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { nameOfWearable } from "@wuduan/web-kit/wearables.ts";
import { i18n, t } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { usePhone } from "../phone.tsx";

/** Wire limit of a device's name. */
const NAME_LENGTH_MAX = 32;

interface Props {
  device: KnownWearable;
  view: WearablesView;
  wearables: WearableCommands;
  onClose(): void;
}

/** What one device is called, whom it measures, and taking it away. */
export function DeviceSheet({ device, view, wearables, onClose }: Props) {
  const { session } = usePhone();
  const { busy, problem, give } = useCommand(session);
  const remove = async () => {
    if (await give(() => wearables.remove(device.address))) onClose();
  };
  return (
    <Sheet name="device" title={nameOfWearable(device, i18n.language())} onClose={onClose}>
      <Name
        device={device}
        busy={busy}
        onRename={(name) => void give(() => wearables.rename(device.address, { name }))}
      />
      <h3>{t("devices.forWhom")}</h3>
      <div className="picker">
        {view.patients.map((patient) => (
          <button
            key={patient.id}
            type="button"
            data-action="change-wearer"
            data-patient={patient.id}
            aria-pressed={device.wearers.includes(patient.id)}
            disabled={busy}
            onClick={() =>
              void give(() => wearables.changeWearer(device.address, { patientId: patient.id }))
            }
          >
            {patient.name}
          </button>
        ))}
      </div>
      <ProblemLine problem={problem} />
      <Remove busy={busy} onRemove={() => void remove()} />
    </Sheet>
  );
}

interface NameProps {
  device: KnownWearable;
  busy: boolean;
  onRename(name: string): void;
}

function Name({ device, busy, onRename }: NameProps) {
  const shown = nameOfWearable(device, i18n.language());
  const [name, setName] = useState(shown);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onRename(name.trim());
      }}
    >
      <label className="field">
        <span>{t("devices.rename")}</span>
        <input
          name="device-name"
          maxLength={NAME_LENGTH_MAX}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button
        className="button"
        data-action="rename-device"
        disabled={busy || name.trim() === "" || name.trim() === shown}
      >
        {t("devices.save")}
      </button>
    </form>
  );
}

/** Asked twice, because measurements no longer come after it. */
function Remove({ busy, onRemove }: { busy: boolean; onRemove(): void }) {
  const [asks, setAsks] = useState(false);
  if (!asks) {
    return (
      <button
        type="button"
        className="button quiet"
        data-action="remove-device"
        onClick={() => setAsks(true)}
      >
        {t("devices.remove")}
      </button>
    );
  }
  return (
    <div className="ask">
      <p>{t("devices.removeAsk")}</p>
      <button
        type="button"
        className="button danger"
        data-action="remove-device-really"
        disabled={busy}
        onClick={onRemove}
      >
        {t("devices.removeYes")}
      </button>
      <button type="button" className="button" onClick={() => setAsks(false)}>
        {t("devices.keep")}
      </button>
    </div>
  );
}
