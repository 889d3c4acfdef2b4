import { expect, test } from "vitest";
import { fakeCamera } from "./fakeBrowser.ts";
import { MediaUnavailable, mediaProblemOf, openCamera, type CameraOptions } from "./media.ts";

type Kind = "both" | "sound" | "picture";
const kindOf = ({ audio, video }: MediaStreamConstraints): Kind =>
  audio && video ? "both" : audio ? "sound" : "picture";
const STREAMS = {
  both: () => fakeCamera("audio", "video"),
  sound: () => fakeCamera("audio"),
  picture: () => fakeCamera("video"),
};

/** Devices that fail by these names; a camera with an own id may work where the default does not. */
function devices(errors: Partial<Record<Kind, string>>, cameras: Record<string, boolean> = {}) {
  const asked: MediaStreamConstraints[] = [];
  const fake: NonNullable<CameraOptions["devices"]> = {
    getUserMedia: (constraints = {}) => {
      asked.push(constraints);
      const { video } = constraints;
      const id = typeof video === "object" ? (video.deviceId as { exact?: string })?.exact : "";
      const error = id
        ? cameras[id]
          ? undefined
          : "NotReadableError"
        : errors[kindOf(constraints)];
      if (!error) return Promise.resolve(STREAMS[kindOf(constraints)]());
      return Promise.reject(Object.assign(new Error(error), { name: error }));
    },
    enumerateDevices: () =>
      Promise.resolve(
        Object.keys(cameras).map((deviceId) => ({ kind: "videoinput", deviceId })),
      ) as Promise<MediaDeviceInfo[]>,
  };
  return { asked, fake };
}

test("asks for both with echo cancellation, and for no remembered camera", async () => {
  const { asked, fake } = devices({});

  const stream = await openCamera({ devices: fake, frameRate: 10 });

  expect(mediaProblemOf(stream)).toBeUndefined();
  expect(asked).toEqual([
    {
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      video: { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 10, max: 30 } },
    },
  ]);
});

test.each([
  [{ both: "NotFoundError" }, "audio", "no-camera"],
  [{ both: "NotFoundError", sound: "NotFoundError" }, "video", "no-microphone"],
  [{ both: "NotAllowedError" }, "audio", "blocked"],
  [{ both: "NotAllowedError", sound: "NotAllowedError" }, "video", "blocked"],
  [{ both: "NotReadableError" }, "audio", "in-use"],
] as const)("%o leaves %s and says %s", async (errors, kind, problem) => {
  const stream = await openCamera({ devices: devices(errors).fake });

  expect(stream.getTracks().map((track) => track.kind)).toEqual([kind]);
  expect(mediaProblemOf(stream)).toBe(problem);
});

test("takes the first other camera that opens when the default is in use", async () => {
  const { asked, fake } = devices({ both: "NotReadableError" }, { a: false, b: true, c: true });

  const stream = await openCamera({ devices: fake });

  expect(mediaProblemOf(stream)).toBeUndefined();
  expect(asked.length).toBe(3);
});

test.each([
  ["NotFoundError", "no-camera"],
  ["NotAllowedError", "blocked"],
  ["SecurityError", "blocked"],
  ["NotReadableError", "in-use"],
] as const)("with nothing at all (%s) it says why: %s", async (name, problem) => {
  const { fake } = devices({ both: name, sound: name, picture: name });

  await expect(openCamera({ devices: fake })).rejects.toEqual(new MediaUnavailable(problem));
});
