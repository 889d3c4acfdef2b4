import {
  CameraOffIcon,
  LinkLostIcon,
  MicOffIcon,
  SavedIcon,
  SavingIcon,
  WarningIcon,
} from "@wuduan/web-kit/icons.tsx";
import type { ReactNode } from "react";
import { belongsTo } from "../core/cards.ts";
import { othersInCall } from "../core/screen.ts";
import { isConnected, languageOf, type Tv } from "../core/tv.ts";
import { cardWords, inOneLine, noticeText } from "../describe.ts";
import type { Say } from "../words.ts";
import { useTv } from "./tv-context.tsx";

interface Line {
  readonly kind: string;
  readonly icon: ReactNode;
  readonly text: string;
}

interface StripProps {
  /** The browser holds sound of the others back. */
  readonly silent: boolean;
}

/** The most urgent thing to know in the call, in one line. The line's place is always there. */
export function Strip({ silent }: StripProps) {
  const { tv, say } = useTv();
  const line = stripOf(tv, say, silent);
  return (
    <p
      className={`strip ${line === undefined ? "" : "strip-full"}`}
      role="status"
      data-strip={line?.kind}
    >
      {line?.icon}
      <span>{line?.text}</span>
    </p>
  );
}

function stripOf(tv: Tv, say: Say, silent: boolean): Line | undefined {
  const notice = noticeText(tv);
  if (notice !== undefined) return { kind: "notice", icon: <WarningIcon />, text: notice };
  const others = connectionLine(tv, say) ?? goneLine(tv, say);
  return others ?? (silent ? silentLine(say) : ownLine(tv, say));
}

function silentLine(say: Say): Line {
  return { kind: "sound-blocked", icon: <WarningIcon />, text: say("soundBlocked") };
}

function connectionLine(tv: Tv, say: Say): Line | undefined {
  const icon = <LinkLostIcon />;
  const phase = tv.media?.phase;
  if (phase === "superseded") return { kind: "elsewhere", icon, text: say("callElsewhere") };
  if (!isConnected(tv)) return { kind: "link-lost", icon, text: say("callLinkLost") };
  const moving = tv.consultation?.call?.media === "moving" || phase === "rebuilding";
  if (moving) return { kind: "moving", icon, text: say("callMoving") };
  const joining = phase === undefined || phase === "joining";
  return joining ? { kind: "joining", icon, text: say("callConnecting") } : undefined;
}

function goneLine(tv: Tv, say: Say): Line | undefined {
  const gone = othersInCall(tv).find((seat) => seat.presence === "reconnecting");
  if (gone === undefined) return undefined;
  return {
    kind: "reconnecting",
    icon: <LinkLostIcon />,
    text: say("reconnectingName", { name: gone.name }),
  };
}

function ownLine(tv: Tv, say: Say): Line | undefined {
  const media = tv.media;
  if (media === undefined) return undefined;
  const { sound, picture } = media.sends ?? { sound: true, picture: true };
  if (!sound && !picture) return { kind: "no-media", icon: <WarningIcon />, text: say("noMedia") };
  if (!sound) return { kind: "no-microphone", icon: <MicOffIcon />, text: say("noMicrophone") };
  if (!media.micOn) return { kind: "muted", icon: <MicOffIcon />, text: say("muted") };
  if (!picture) return { kind: "no-camera", icon: <CameraOffIcon />, text: say("noCamera") };
  if (media.cameraOn) return undefined;
  return { kind: "camera-off", icon: <CameraOffIcon />, text: say("cameraIsOff") };
}

/** What was measured during the call: beside the talk, never over a face. */
export function CardBanner() {
  const { tv, say } = useTv();
  const words = cardWords(tv);
  if (words === undefined || words.values.length === 0) return null;
  const delivered = tv.card?.stage === "delivered";
  const values = inOneLine(words.values, languageOf(tv));
  return (
    <p className="card-banner" data-banner={tv.card?.reading.id} data-saved={tv.card?.stage}>
      {delivered ? <SavedIcon /> : <SavingIcon />}
      {say(bannerWord(tv, delivered), { values })}
    </p>
  );
}

/** In a household of two the reading may be the other's: then this doctor does not see it. */
function bannerWord(tv: Tv, delivered: boolean) {
  if (!delivered) return "bannerSaved";
  return belongsTo(tv, tv.consultation?.patient.id) ? "bannerDelivered" : "bannerStored";
}
