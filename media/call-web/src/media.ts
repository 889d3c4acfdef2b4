/** Why a terminal sends less than sound and picture. */
export type MediaProblem = "no-camera" | "no-microphone" | "blocked" | "in-use";

/** Neither sound nor picture could be had; one takes part by watching and listening. */
export class MediaUnavailable extends Error {
  constructor(readonly problem: MediaProblem) {
    super(problem);
    this.name = "MediaUnavailable";
  }
}

export interface CameraOptions {
  /** Picture in pixels and frames a second; the bridge gets up to three sizes of it. */
  width?: number;
  height?: number;
  frameRate?: number;
  devices?: Pick<MediaDevices, "getUserMedia" | "enumerateDevices">;
}

/** Five terminals on two cores carry this size (measured); a doctor's own choice may be larger. */
export const PICTURE = { width: 640, height: 360, frameRate: 15 } as const;

/** A television's loudspeaker sits beside its microphone: without this the others hear themselves. */
const SOUND: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

const problems = new WeakMap<MediaStream, MediaProblem>();

/** Why this stream of `openCamera` lacks sound or picture; undefined when it lacks nothing. */
export function mediaProblemOf(stream: MediaStream): MediaProblem | undefined {
  const found = problems.get(stream);
  if (found) return found;
  if (stream.getVideoTracks().length === 0) return "no-camera";
  if (stream.getAudioTracks().length === 0) return "no-microphone";
  return undefined;
}

/**
 * Opens microphone and the first camera that really opens; else one of the two. Never asks for a
 * remembered device, which may be gone.
 *
 * @throws MediaUnavailable when there is neither
 */
export async function openCamera(options: CameraOptions = {}): Promise<MediaStream> {
  // Undefined on a page that is neither https nor loopback.
  const devices = options.devices ?? (navigator.mediaDevices as MediaDevices | undefined);
  if (!devices) throw new MediaUnavailable("blocked");
  const video: MediaTrackConstraints = {
    width: { ideal: options.width ?? PICTURE.width },
    height: { ideal: options.height ?? PICTURE.height },
    frameRate: { ideal: options.frameRate ?? PICTURE.frameRate, max: 30 },
  };

  const both = await attempt(devices, { audio: SOUND, video });
  if (typeof both === "object") return both;
  const other = both === "in-use" ? await otherCamera(devices, video) : undefined;
  if (other) return other;
  const sound = await attempt(devices, { audio: SOUND });
  if (typeof sound === "object") return lacking(sound, both === "no-device" ? "no-camera" : both);
  const picture = await attempt(devices, { video });
  if (typeof picture === "object") {
    return lacking(picture, sound === "no-device" ? "no-microphone" : sound);
  }
  throw new MediaUnavailable(both === "no-device" ? "no-camera" : both);
}

function lacking(stream: MediaStream, problem: MediaProblem): MediaStream {
  problems.set(stream, problem);
  return stream;
}

/** Another program holds the default camera: any other will do. */
async function otherCamera(
  devices: NonNullable<CameraOptions["devices"]>,
  video: MediaTrackConstraints,
): Promise<MediaStream | undefined> {
  for (const { kind, deviceId } of await devices.enumerateDevices()) {
    if (kind !== "videoinput" || deviceId === "") continue;
    const constraints = { audio: SOUND, video: { ...video, deviceId: { exact: deviceId } } };
    const stream = await attempt(devices, constraints);
    if (typeof stream === "object") return stream;
  }
  return undefined;
}

async function attempt(
  devices: NonNullable<CameraOptions["devices"]>,
  constraints: MediaStreamConstraints,
): Promise<MediaStream | "no-device" | "blocked" | "in-use"> {
  try {
    return await devices.getUserMedia(constraints);
  } catch (error) {
    return kindOf(error);
  }
}

/** The names are those of Media Capture and Streams §10.2. */
function kindOf(error: unknown): "no-device" | "blocked" | "in-use" {
  switch (error instanceof Error ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "blocked";
    case "NotReadableError":
    case "AbortError":
      return "in-use";
    default:
      return "no-device";
  }
}
