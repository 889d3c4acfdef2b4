/** Makes a peer connection; tests give a fake. */
export type CreatePeer = (configuration: RTCConfiguration) => RTCPeerConnection;

/** Bits per second of the three sizes; full, half and quarter of the picture. */
const LAYERS: RTCRtpEncodingParameters[] = [
  { rid: "h", maxBitrate: 600_000, scaleResolutionDownBy: 1 },
  { rid: "m", maxBitrate: 200_000, scaleResolutionDownBy: 2 },
  { rid: "l", maxBitrate: 80_000, scaleResolutionDownBy: 4 },
];

/** What arrives on one mid. */
export interface Arrival {
  /** Loudness from 0 to 1 (of sound). */
  level: number;
  /** Pictures decoded so far (of video). */
  frames: number;
}

export interface PeersOptions {
  createPeer: CreatePeer;
  configuration: RTCConfiguration;
  onConnected(): void;
  onFailed(): void;
}

/** The two peer connections of one generation: one sends, one receives. Decides nothing. */
export class Peers {
  readonly #options: PeersOptions;
  readonly #connections: RTCPeerConnection[] = [];
  #sender: RTCPeerConnection | undefined;
  #receiver: RTCPeerConnection | undefined;

  constructor(options: PeersOptions) {
    this.#options = options;
  }

  /** Offers to send the stream. The offer does not wait for candidates: the bridge learns them. */
  async offer(stream: MediaStream): Promise<string> {
    const sender = (this.#sender = this.#open());
    for (const track of stream.getAudioTracks().slice(0, 1)) {
      sender.addTransceiver(track, { direction: "sendonly", streams: [stream] });
    }
    for (const track of stream.getVideoTracks().slice(0, 1)) {
      const init: RTCRtpTransceiverInit = { direction: "sendonly", streams: [stream] };
      preferVp8(sender.addTransceiver(track, { ...init, sendEncodings: LAYERS }));
    }
    await sender.setLocalDescription(await sender.createOffer());
    return sender.localDescription?.sdp ?? "";
  }

  async accept(sdp: string): Promise<void> {
    await this.#sender?.setRemoteDescription({ type: "answer", sdp });
  }

  /** Answers the bridge's offer. The caller never has two answers under way. */
  async answer(sdp: string): Promise<string> {
    const receiver = (this.#receiver ??= this.#open());
    await receiver.setRemoteDescription({ type: "offer", sdp });
    await receiver.setLocalDescription(await receiver.createAnswer());
    return receiver.localDescription?.sdp ?? "";
  }

  /** The track that a mid carries. */
  track(mid: string): MediaStreamTrack | undefined {
    return this.#transceiver(mid)?.receiver.track;
  }

  /** What arrives on the mids; empty before the first answer. */
  async arrivals(): Promise<Map<string, Arrival>> {
    const arrivals = new Map<string, Arrival>();
    const report = await this.#receiver?.getStats();
    report?.forEach((entry: InboundStats) => {
      if (entry.type !== "inbound-rtp" || entry.mid === undefined) return;
      arrivals.set(entry.mid, { level: entry.audioLevel ?? 0, frames: entry.framesDecoded ?? 0 });
    });
    return arrivals;
  }

  close(): void {
    for (const connection of this.#connections) {
      connection.onconnectionstatechange = null;
      connection.close();
    }
  }

  #transceiver(mid: string): RTCRtpTransceiver | undefined {
    return this.#receiver?.getTransceivers().find((transceiver) => transceiver.mid === mid);
  }

  #open(): RTCPeerConnection {
    const { createPeer, configuration, onConnected, onFailed } = this.#options;
    const connection = createPeer(configuration);
    this.#connections.push(connection);
    connection.onconnectionstatechange = () => {
      if (connection.connectionState === "connected") onConnected();
      if (connection.connectionState === "failed") onFailed();
    };
    return connection;
  }
}

/** The members of RTCInboundRtpStreamStats (webrtc-stats §8.3) that are read here. */
interface InboundStats {
  type: string;
  mid?: string;
  audioLevel?: number;
  framesDecoded?: number;
}

/** Every terminal can encode and decode VP8, and the bridge switches its three sizes. */
function preferVp8(transceiver: RTCRtpTransceiver): void {
  const codecs = RTCRtpReceiver.getCapabilities("video")?.codecs ?? [];
  const isNamed = (name: RegExp) => codecs.filter(({ mimeType }) => name.test(mimeType));
  const vp8 = isNamed(/\/vp8$/i);
  if (vp8.length) transceiver.setCodecPreferences([...vp8, ...isNamed(/\/(rtx|red|ulpfec)$/i)]);
}
