import type { WearablePairing } from "@wuduan/contract/messages.ts";
import { CheckIcon, HomeIcon, PersonIcon, WarningIcon } from "@wuduan/web-kit/icons.tsx";
import {
  kindOfWearable,
  nameOfWearable,
  nearness,
  PAIRING_FAILURES,
} from "@wuduan/web-kit/wearables.ts";
import { devicesOnPage, foundOn, pairingOf, shownDevice } from "../core/devices.ts";
import { dialogOf, layoutOf } from "../core/screen.ts";
import { pairingWords } from "../describe-devices.ts";
import { Ask } from "./ask.tsx";
import { Frame, Remark } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

/** The devices that this household measures with; each is a key to its own screen. */
export function Devices() {
  const { tv, say } = useTv();
  const devices = devicesOnPage(tv);
  const ids = layoutOf(tv).flat();
  return (
    <Frame
      title={say("devicesTitle")}
      keys={
        <>
          <Key id="add-device" tone="primary" />
          {ids.includes("more") ? <Key id="more" /> : <Key id="home" icon={<HomeIcon />} />}
        </>
      }
    >
      {devices.length === 0 ? <p className="lead">{say("devicesNone")}</p> : null}
      <div className="people">
        {devices.map((device) => (
          <Key key={device.address} id={device.address} hint={wearerWords(device.wearers)} />
        ))}
      </div>
    </Frame>
  );

  function wearerWords(wearers: readonly string[]): string {
    const wearer = tv.wearables?.patients.find(({ id }) => wearers.includes(id));
    return wearer === undefined ? say("deviceOfNobody") : say("deviceOf", { name: wearer.name });
  }
}

/** One device: whose it is, what it is called, and doing without it. */
export function Device() {
  const { tv, say, language } = useTv();
  const device = shownDevice(tv);
  const ids = layoutOf(tv).flat();
  if (dialogOf(tv) !== undefined) {
    return <Ask question="removeAsk" really="remove-really" />;
  }
  const wearer = tv.wearables?.patients.find(({ id }) => device?.wearers.includes(id));
  return (
    <Frame
      title={device === undefined ? say("devicesTitle") : nameOfWearable(device, language)}
      keys={
        <>
          <Key id="home" tone="primary" icon={<HomeIcon />} />
          {ids.includes("next-wearer") ? <Key id="next-wearer" icon={<PersonIcon />} /> : null}
          {ids.includes("next-name") ? <Key id="next-name" /> : null}
          {ids.includes("remove-device") ? <Key id="remove-device" tone="danger" /> : null}
        </>
      }
    >
      {device === undefined ? null : (
        <section className="list" data-device={device.address}>
          <Remark icon={<CheckIcon />}>
            {kindOfWearable(device)[language]} · {device.model}
          </Remark>
          <Remark icon={<PersonIcon />}>
            {wearer === undefined ? say("deviceOfNobody") : say("deviceOf", { name: wearer.name })}
          </Remark>
        </section>
      )}
    </Frame>
  );
}

/** Adding a device, one step on the screen at a time. */
export function Pairing() {
  const { tv, say } = useTv();
  const pairing = pairingOf(tv);
  return (
    <Frame title={say("pairingTitle")} keys={<PairingKeys pairing={pairing} />}>
      <div data-pairing={pairing?.state ?? "none"}>
        {pairing?.state === "failed" ? (
          <Remark icon={<WarningIcon />} warn>
            <Failure pairing={pairing} />
          </Remark>
        ) : null}
        <p className="lead">{pairingWords(tv)}</p>
        {pairing === undefined ? null : <Code pairing={pairing} />}
      </div>
    </Frame>
  );
}

function Failure({ pairing }: { readonly pairing: WearablePairing }) {
  const { language } = useTv();
  return <>{PAIRING_FAILURES[pairing.failure ?? "refused"][language]}</>;
}

function Code({ pairing }: { readonly pairing: WearablePairing }) {
  const { tv, say } = useTv();
  if (pairing.state === "type_code") {
    return (
      <>
        <p className="passkey" data-typed={tv.typed.digits}>
          {[...tv.typed.digits].map((digit, at) => (
            <span key={at} className={at === tv.typed.at ? "passkey-here" : undefined}>
              {digit}
            </span>
          ))}
        </p>
        <p>{say("pairingTypeHow")}</p>
      </>
    );
  }
  const shows = pairing.state === "show_code" || pairing.state === "compare_code";
  return shows ? <p className="passkey">{pairing.code}</p> : null;
}

function PairingKeys({ pairing }: { readonly pairing: WearablePairing | undefined }) {
  const { tv, language } = useTv();
  const found = pairing === undefined ? [] : foundOn(pairing);
  return (
    <>
      {layoutOf(tv)
        .flat()
        .map((id, n) => {
          const device = found.find(({ address }) => address === id);
          return (
            <Key
              key={id}
              id={id}
              tone={n === 0 ? "primary" : "plain"}
              hint={device && `${device.model} · ${nearness(device)[language]}`}
            />
          );
        })}
    </>
  );
}
