import type { BoxState } from "@wuduan/contract/messages.ts";
import { CheckIcon, HomeIcon, WarningIcon } from "@wuduan/web-kit/icons.tsx";
import { Frame, Remark } from "./frame.tsx";
import { Key, useTv } from "./tv-context.tsx";

/** How to measure, and which devices the box sees now. */
export function Measure() {
  const { say } = useTv();
  return (
    <Frame
      title={say("measureTitle")}
      keys={
        <>
          <Key id="home" tone="primary" icon={<HomeIcon />} />
          <Key id="devices" />
        </>
      }
    >
      <div className="columns">
        <ol className="steps">
          <li>{say("measureStep1")}</li>
          <li>{say("measureStep2")}</li>
          <li>{say("measureStep3")}</li>
        </ol>
        <Devices />
      </div>
      <p className="lead">{say("measureAfter")}</p>
    </Frame>
  );
}

/** More do not fit at this size; a household has two or three. */
const DEVICES_SHOWN_MAX = 3;

function Devices() {
  const { tv, say } = useTv();
  const wearables = tv.box?.wearables ?? [];
  return (
    <section className="list">
      <h2>{say("devices")}</h2>
      {tv.boxLink === "up" ? null : (
        <Remark icon={<WarningIcon />} warn>
          {say("boxLost")}
        </Remark>
      )}
      {tv.box?.radio === "off" ? (
        <Remark icon={<WarningIcon />} warn>
          {say("radioOff")}
        </Remark>
      ) : null}
      {wearables.length === 0 ? <p>{say("noDevices")}</p> : null}
      {wearables.slice(0, DEVICES_SHOWN_MAX).map((wearable) => (
        <Device key={wearable.address} wearable={wearable} />
      ))}
    </section>
  );
}

const LINK_WORDS = {
  connected: "deviceConnected",
  seen: "deviceSeen",
  lost: "deviceLost",
} as const;

function Device({ wearable }: { readonly wearable: BoxState["wearables"][number] }) {
  const { say } = useTv();
  return (
    <div data-device={wearable.address} data-device-link={wearable.link}>
      <Remark icon={wearable.link === "lost" ? <WarningIcon /> : <CheckIcon />}>
        {wearable.model} · {say(LINK_WORDS[wearable.link])}
      </Remark>
    </div>
  );
}
