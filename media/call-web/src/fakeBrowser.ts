/** A track without media; `stop` and the events of a real one. */
export class FakeTrack extends EventTarget {
  enabled = true;
  muted = false;
  readyState: MediaStreamTrackState = "live";

  constructor(readonly kind: "audio" | "video") {
    super();
  }
  stop(): void {
    this.readyState = "ended";
  }
  /** The device is pulled out. */
  unplug(): void {
    this.readyState = "ended";
    this.dispatchEvent(new Event("ended"));
  }
}

/** Just enough of a MediaStream. */
export class FakeStream {
  constructor(readonly tracks: FakeTrack[] = []) {}
  getTracks = () => this.tracks;
  getAudioTracks = () => this.tracks.filter((track) => track.kind === "audio");
  getVideoTracks = () => this.tracks.filter((track) => track.kind === "video");
}

export function fakeCamera(...kinds: ("audio" | "video")[]): MediaStream {
  return new FakeStream(kinds.map((kind) => new FakeTrack(kind))) as unknown as MediaStream;
}

interface FakeTransceiver {
  mid: string;
  receiver: { track: FakeTrack };
  setCodecPreferences(): void;
}

/** A peer connection whose other end is the test: an offer `0:video 1:audio` makes these mids. */
export class FakePeer {
  static made: FakePeer[] = [];
  connectionState: RTCPeerConnectionState = "new";
  onconnectionstatechange: (() => void) | null = null;
  localDescription: RTCSessionDescriptionInit | null = null;
  readonly remote: RTCSessionDescriptionInit[] = [];
  readonly sent: { kind: string; init: RTCRtpTransceiverInit }[] = [];
  readonly transceivers: FakeTransceiver[] = [];
  stats: object[] = [];
  refusesOffers = false;

  constructor() {
    FakePeer.made.push(this);
  }
  static create = () => new FakePeer() as unknown as RTCPeerConnection;

  addTransceiver(track: FakeTrack, init: RTCRtpTransceiverInit): FakeTransceiver {
    this.sent.push({ kind: track.kind, init });
    return { mid: "", receiver: { track }, setCodecPreferences: () => undefined };
  }
  createOffer = () => Promise.resolve({ type: "offer", sdp: `offer of ${this.sent.length}` });
  createAnswer = () => Promise.resolve({ type: "answer", sdp: `answer ${this.remote.length}` });
  setLocalDescription(description: RTCSessionDescriptionInit): Promise<void> {
    this.localDescription = description;
    return Promise.resolve();
  }
  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    if (this.refusesOffers) return Promise.reject(new Error("InvalidAccessError"));
    this.remote.push(description);
    if (description.type !== "offer") return Promise.resolve();
    for (const line of description.sdp?.split(" ") ?? []) {
      const [mid, kind] = line.split(":") as [string, "audio" | "video"];
      if (this.transceivers.some((known) => known.mid === mid)) continue;
      const receiver = { track: new FakeTrack(kind) };
      this.transceivers.push({ mid, receiver, setCodecPreferences: () => undefined });
    }
    return Promise.resolve();
  }
  getTransceivers = () => this.transceivers;
  getStats = () => Promise.resolve(this.stats);
  becomes(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
  close(): void {
    this.connectionState = "closed";
  }
}
