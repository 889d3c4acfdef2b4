import { useState } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type {
  FamilyInbox,
  KnownWearable,
  NamedHousehold,
  WearablesView,
} from "@wuduan/contract/messages.ts";
import { wearableCommands } from "@wuduan/contract/wearables.ts";
import { useCommand } from "@wuduan/web-kit/browser/hooks.tsx";
import { useView } from "@wuduan/web-kit/react.tsx";
import { kindOfWearable, nameOfWearable } from "@wuduan/web-kit/wearables.ts";
import { i18n, t } from "../language.ts";
import { ProblemLine } from "../parts/ProblemLine.tsx";
import { usePhone } from "../phone.tsx";
import { DeviceSheet } from "./DeviceSheet.tsx";
import { PairingSheet } from "./PairingSheet.tsx";

/** The devices of each household that this person may look after. */
export function Devices({ inbox }: { inbox: FamilyInbox }) {
  const homes = new Map<string, NamedHousehold>();
  for (const { household } of inbox.patients) if (household) homes.set(household.id, household);
  return [...homes.values()].map((household) => (
    <DevicesOf key={household.id} household={household} />
  ));
}

function DevicesOf({ household }: { household: NamedHousehold }) {
  const { live, session, commands } = usePhone();
  const { view } = useView<WearablesView>(live, `wearables/${household.id}`);
  const { busy, problem, give } = useCommand(session);
  const [open, setOpen] = useState<string | null>(null);
  const [watched, setWatched] = useState<string | null>(null);
  if (!view) return null;
  const wearables = wearableCommands(commands.send, household.id);
  const start = async () => {
    const pairingId = newId();
    if (await give(() => wearables.start({ pairingId }))) setWatched(pairingId);
  };
  const device = view.wearables.find(({ address }) => address === open);
  return (
    <section className="block card" data-household={household.id} data-part="devices">
      <h2>{t("devices.of", { household: household.name })}</h2>
      {view.wearables.length === 0 && <p className="empty">{t("devices.none")}</p>}
      <ul className="devices">
        {view.wearables.map((one) => (
          <Device key={one.address} device={one} view={view} onOpen={() => setOpen(one.address)} />
        ))}
      </ul>
      <ProblemLine problem={problem} />
      <button
        type="button"
        className="button answer big"
        data-action="add-device"
        disabled={busy}
        onClick={() => void start()}
      >
        {t("devices.add")}
      </button>
      {device && (
        <DeviceSheet
          device={device}
          view={view}
          wearables={wearables}
          onClose={() => setOpen(null)}
        />
      )}
      {watched !== null && (
        <PairingSheet
          pairingId={watched}
          view={view}
          wearables={wearables}
          onClose={() => setWatched(null)}
        />
      )}
    </section>
  );
}

interface DeviceProps {
  device: KnownWearable;
  view: WearablesView;
  onOpen(): void;
}

function Device({ device, view, onOpen }: DeviceProps) {
  const language = i18n.language();
  const wearer = view.patients.find(({ id }) => device.wearers.includes(id));
  return (
    <li className="device" data-device={device.address}>
      <div>
        <b>{nameOfWearable(device, language)}</b>
        <span className="soft">
          {kindOfWearable(device)[language]} · {device.model}
        </span>
        <span data-label="wearer">
          {wearer ? t("devices.wearer", { name: wearer.name }) : t("devices.nobody")}
        </span>
      </div>
      <button type="button" className="button small" data-action="change-device" onClick={onOpen}>
        {t("devices.change")}
      </button>
    </li>
  );
}
