import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import type { CallSession, CallState, Tile } from "./call.ts";

/** The call's state, drawn anew when it changes. */
export function useCall(session: CallSession): CallState {
  return useSyncExternalStore(
    (listener) => session.onChange(listener),
    () => session.state(),
  );
}

export interface VideoTileProps {
  /** Only what is played; an object with these two is enough for the own picture. */
  tile: Pick<Tile, "video"> & Partial<Pick<Tile, "seatId" | "audio" | "frozen">>;
  /** Name and role, from the view's seat with this id. */
  label: string;
  /** Shown while no living picture arrives, for example 没有画面 or 正在重连. */
  noPicture: string;
  className?: string;
  /** The own picture is shown as in a mirror. */
  mirrored?: boolean;
  children?: ReactNode;
  /** The browser does not let the sound play; what it gives is called when the sound plays or is gone. */
  onSoundBlocked?: () => () => void;
}

/**
 * One face with its label. The picture is always muted and plays by itself everywhere; the sound has
 * an element of its own, so that moving or enlarging a tile never interrupts it.
 */
export function VideoTile(props: VideoTileProps) {
  const { tile, label, noPicture, className, mirrored, children, onSoundBlocked } = props;
  const showsPicture = usePicture(tile.video) && !tile.frozen;
  return (
    <figure className={className} data-seat={tile.seatId} style={FRAME}>
      <StreamVideo stream={tile.video} shown={showsPicture} mirrored={mirrored ?? false} />
      {!showsPicture && (
        <p role="status" style={INSTEAD}>
          {noPicture}
        </p>
      )}
      <figcaption>{label}</figcaption>
      {children}
      <Sound stream={tile.audio ?? null} onBlocked={onSoundBlocked} />
    </figure>
  );
}

const FRAME = { position: "relative", margin: 0, overflow: "hidden" } as const;
const INSTEAD = {
  position: "absolute",
  inset: 0,
  display: "grid",
  placeItems: "center",
  margin: 0,
} as const;
const FILL = { width: "100%", height: "100%", objectFit: "cover" } as const;

/** Whether pictures arrive on the stream now; a track without packets is muted by the browser. */
function usePicture(stream: MediaStream | null): boolean {
  const track = stream?.getVideoTracks()[0];
  return useSyncExternalStore(
    (listener) => {
      const happenings = ["mute", "unmute", "ended"];
      for (const happening of happenings) track?.addEventListener(happening, listener);
      return () => {
        for (const happening of happenings) track?.removeEventListener(happening, listener);
      };
    },
    () => track !== undefined && !track.muted && track.readyState === "live",
  );
}

interface StreamVideoProps {
  stream: MediaStream | null;
  /** An old picture must not look like a living one. */
  shown: boolean;
  mirrored: boolean;
}

function StreamVideo({ stream, shown, mirrored }: StreamVideoProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (element.current) element.current.srcObject = stream;
  }, [stream]);
  const style = {
    ...FILL,
    visibility: shown ? "visible" : "hidden",
    ...(mirrored && { transform: "scaleX(-1)" }),
  } as const;
  return <video ref={element} autoPlay playsInline muted style={style} />;
}

/** How often a sound that the browser held back is tried again, in milliseconds. */
const TRY_SOUND_EVERY_MS = 1_000;

export interface SoundProps {
  stream: MediaStream | null;
  /** The browser does not let the sound play; what it gives is called when the sound plays or is gone. */
  onBlocked?: (() => () => void) | undefined;
}

/** Plays the sound of one of the others as soon as the browser lets it. */
export function Sound({ stream, onBlocked }: SoundProps) {
  const element = useRef<HTMLAudioElement>(null);
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => {
    const audio = element.current;
    if (!audio || !stream) return;
    let isCurrent = true;
    audio.srcObject = stream;
    audio.play().then(
      () => isCurrent && setBlocked(false),
      (reason: unknown) => {
        // AbortError only says that another stream took its place.
        const isForbidden = reason instanceof Error && reason.name === "NotAllowedError";
        if (isCurrent && isForbidden) setBlocked(true);
      },
    );
    return () => {
      isCurrent = false;
      audio.srcObject = null;
      setBlocked(false);
    };
  }, [stream]);
  useEffect(() => {
    if (!isBlocked) return;
    const release = onBlocked?.();
    const again = () => {
      element.current?.play().then(
        () => setBlocked(false),
        () => undefined,
      );
    };
    // The first press of any key or button is the permission that browsers wait for, and so is a running camera: sound
    // that came before the camera ran may play now.
    addEventListener("pointerdown", again);
    addEventListener("keydown", again);
    const timer = setInterval(again, TRY_SOUND_EVERY_MS);
    return () => {
      removeEventListener("pointerdown", again);
      removeEventListener("keydown", again);
      clearInterval(timer);
      release?.();
    };
  }, [isBlocked, onBlocked]);
  return <audio ref={element} />;
}
