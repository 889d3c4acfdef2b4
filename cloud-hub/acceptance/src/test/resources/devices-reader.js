// Reads whether what others say is really played here, by what the browser itself counts. Installed before the page's
// scripts; it changes nothing of cameras, microphones or playing.
window.wuduanDevices = (() => {
  const connections = new Set();
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(...settings) {
      super(...settings);
      connections.add(this);
    }
  };

  async function energies() {
    const byTrack = new Map();
    for (const connection of connections) {
      if (connection.connectionState === "closed") connections.delete(connection);
      else {
        for (const one of (await connection.getStats()).values()) {
          if (one.type === "inbound-rtp" && one.kind === "audio")
            byTrack.set(one.trackIdentifier, one.totalAudioEnergy);
        }
      }
    }
    return byTrack;
  }

  // One entry for each sound that is audible: how loud all of it was together, and how many seconds were played.
  async function sounds() {
    const byTrack = await energies();
    return [...document.querySelectorAll("audio")]
      .filter(
        (element) => element.srcObject && !element.paused && !element.muted && element.volume > 0,
      )
      .flatMap((element) =>
        element.srcObject.getAudioTracks().map((track) => ({
          track: track.id,
          energy: byTrack.get(track.id) ?? 0,
          seconds: element.currentTime,
        })),
      );
  }

  async function permissions() {
    const states = await Promise.all(
      ["camera", "microphone"].map((name) => navigator.permissions.query({ name })),
    );
    return states.map(({ state }) => state);
  }

  // How many sounds are played; "touched" once the page had a key, a click, or a script that runs as if somebody had.
  function playingUntouched() {
    if (navigator.userActivation.hasBeenActive) return "touched";
    const audible = ({ srcObject, paused, muted, currentTime }) =>
      srcObject && !paused && !muted && currentTime > 0;
    return String([...document.querySelectorAll("audio")].filter(audible).length);
  }

  const isNative = () => String(navigator.mediaDevices.getUserMedia).includes("[native code]");
  return { sounds, permissions, playingUntouched, isNative };
})();
