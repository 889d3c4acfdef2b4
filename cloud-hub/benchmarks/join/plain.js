// The plain page that ours is compared with: camera, one connection that sends and one that receives, Janus asked
// directly. Same picture, codec order, layers and room settings as media/call-web and media/bridge.
(() => {
  const BITRATE_MAX = 1_200_000;
  const LAYERS = [
    { rid: "h", maxBitrate: 600_000, scaleResolutionDownBy: 1 },
    { rid: "m", maxBitrate: 200_000, scaleResolutionDownBy: 2 },
    { rid: "l", maxBitrate: 80_000, scaleResolutionDownBy: 4 },
  ];
  const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  const PICTURE = {
    width: { ideal: 640 },
    height: { ideal: 360 },
    frameRate: { ideal: 15, max: 30 },
  };
  const NO_SUCH_FEED = "428";

  const settings = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  const people = document.getElementById("people");
  let janus;
  let mine;

  const connection = () => new RTCPeerConnection({ bundlePolicy: "max-bundle" });

  function preferVp8(transceiver) {
    const { codecs } = RTCRtpReceiver.getCapabilities("video");
    const named = (name) => codecs.filter(({ mimeType }) => name.test(mimeType));
    transceiver.setCodecPreferences([...named(/\/vp8$/i), ...named(/\/(rtx|red|ulpfec)$/i)]);
  }

  function show(seat, stream, isMine) {
    const tile = document.createElement("li");
    tile.dataset.seat = seat;
    tile.dataset.label = seat;
    tile.dataset.mine = String(isMine);
    const video = document.createElement("video");
    Object.assign(video, { autoplay: true, playsInline: true, muted: true, srcObject: stream });
    tile.append(video);
    people.append(tile);
    return tile;
  }

  async function offer(sender, stream) {
    const init = { direction: "sendonly", streams: [stream] };
    sender.addTransceiver(stream.getAudioTracks()[0], init);
    preferVp8(
      sender.addTransceiver(stream.getVideoTracks()[0], { ...init, sendEncodings: LAYERS }),
    );
    await sender.setLocalDescription(await sender.createOffer());
    return sender.localDescription.toJSON();
  }

  async function join() {
    const here = {
      tiles: new Map(),
      feeds: new Map(),
      change: Promise.resolve(),
      wanted: new Set(),
    };
    mine = here;
    const opening = navigator.mediaDevices.getUserMedia({ audio: SOUND, video: PICTURE });
    const attaching = janus.attach();
    here.stream = await opening;
    show("me", here.stream, true);
    here.sender = connection();
    const jsep = await offer(here.sender, here.stream);
    here.publisher = await attaching;
    const body = {
      request: "joinandconfigure",
      ptype: "publisher",
      room: settings.room,
      id: settings.name,
    };
    const joined = await janus.message(here.publisher, body, jsep);
    wish(here, joined.data.publishers ?? []);
    await here.sender.setRemoteDescription(joined.jsep);
  }

  /** One change of what is received after the other: a connection never has two answers under way. */
  function wish(here, publishers) {
    for (const { id } of publishers) here.wanted.add(id);
    here.change = here.change.then(() => receive(here));
  }

  async function receive(here) {
    if (mine !== here) return;
    const add = [...here.wanted].filter((id) => !here.feeds.has(id));
    const drop = [...here.feeds.keys()].filter((id) => !here.wanted.has(id));
    if (add.length + drop.length === 0) return;
    const streams = add.map((feed) => ({ feed }));
    let answer;
    try {
      answer = here.subscriber
        ? await janus.message(here.subscriber, {
            request: "update",
            ...(add.length > 0 && { subscribe: streams }),
            ...(drop.length > 0 && { unsubscribe: drop.map((feed) => ({ feed })) }),
          })
        : await subscribe(here, streams);
    } catch (failure) {
      // Whoever left in between is announced; the rest is asked for again.
      if (!failure.message.startsWith(NO_SUCH_FEED)) throw failure;
      return;
    }
    for (const id of drop) forget(here, id);
    for (const id of add) here.feeds.set(id, true);
    if (!answer.jsep) return;
    await here.receiver.setRemoteDescription(answer.jsep);
    await here.receiver.setLocalDescription(await here.receiver.createAnswer());
    showAll(here, answer.data.streams);
    await janus.message(
      here.subscriber,
      { request: "start" },
      here.receiver.localDescription.toJSON(),
    );
  }

  async function subscribe(here, streams) {
    here.receiver = connection();
    here.subscriber = await janus.attach();
    const body = {
      request: "join",
      ptype: "subscriber",
      room: settings.room,
      use_msid: true,
      autoupdate: false,
    };
    return janus.message(here.subscriber, { ...body, streams });
  }

  function showAll(here, streams) {
    const active = streams.filter(
      ({ active, feed_id: feed }) => active !== false && here.feeds.has(feed),
    );
    for (const { mid, feed_id: feed, type } of active) {
      const track = here.receiver.getTransceivers().find((line) => line.mid === mid)
        ?.receiver.track;
      if (!track || here.tiles.has(`${feed}/${type}`)) continue;
      const stream = new MediaStream([track]);
      if (type === "video") here.tiles.set(`${feed}/video`, show(feed, stream, false));
      if (type === "audio") {
        const sound = Object.assign(document.createElement("audio"), {
          autoplay: true,
          srcObject: stream,
        });
        people.append(sound);
        here.tiles.set(`${feed}/audio`, sound);
      }
    }
  }

  function forget(here, feed) {
    here.feeds.delete(feed);
    for (const kind of ["audio", "video"]) {
      here.tiles.get(`${feed}/${kind}`)?.remove();
      here.tiles.delete(`${feed}/${kind}`);
    }
  }

  async function leave() {
    const here = mine;
    mine = undefined;
    here.sender.close();
    here.receiver?.close();
    here.stream.getTracks().forEach((track) => track.stop());
    people.replaceChildren();
    await janus.detach(here.publisher);
    if (here.subscriber) await janus.detach(here.subscriber);
    return true;
  }

  function heard(frame) {
    const data = frame.plugindata?.data;
    if (!mine || frame.sender !== mine.publisher || !data) return;
    const gone = data.unpublished ?? data.leaving;
    if (gone) mine.wanted.delete(gone);
    if (gone || data.publishers) wish(mine, data.publishers ?? []);
  }

  async function makeRoom() {
    const handle = await janus.attach();
    const body = {
      request: "create",
      room: settings.room,
      admin_key: settings.adminKey,
      permanent: false,
      is_private: true,
      publishers: 16,
      bitrate: BITRATE_MAX,
      fir_freq: 0,
      audiocodec: "opus",
      videocodec: "vp8",
      notify_joining: false,
    };
    await janus.message(handle, body);
    return handle;
  }

  /** How many people send in each room of this Janus. */
  async function rooms() {
    const handle = await janus.attach();
    const { data } = await janus.message(handle, { request: "list", admin_key: settings.adminKey });
    await janus.detach(handle);
    return data.list.map(({ room, num_participants: people }) => ({ room, people }));
  }

  document.querySelector("[data-action='join']").addEventListener("click", () => void join());
  window.plain = {
    ready: window.JanusSession.open(settings, heard).then((opened) => {
      janus = opened;
      return true;
    }),
    makeRoom,
    rooms,
    leave,
    isIn: () => mine !== undefined,
  };
})();
