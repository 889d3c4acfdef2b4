import { createCommands, newId } from "@wuduan/contract/commands.ts";
import { newCode } from "@wuduan/contract/codes.ts";
import { connectLive } from "@wuduan/contract/live.ts";
import type { BoxLive } from "@wuduan/contract/messages.ts";
import { createSounds } from "@wuduan/web-kit/sounds.ts";
import { intentOf, remoteFrom } from "../core/keys.ts";
import { screenOf } from "../core/screen.ts";
import { beginTv } from "../core/tv.ts";
import { connectBox } from "./box-link.ts";
import { createCallLine, startCallOn, type CallLine } from "./call.ts";
import { tickWhenReady } from "./clock.ts";
import { launchHeaders, launchProtocols, launchToken, socketUrl } from "./launch.ts";
import { confirmedFrom, CONFIRMED_KEY, createPerform, REMOTE_KEY, VOICE_KEY } from "./perform.ts";
import { createPrompts } from "./prompts.ts";
import { createStore, type TvStore } from "./store.ts";
import { createVoice, playBlob, speechFrom, type VoiceParts } from "./voice.ts";
import { TICK_MILLIS, watchHub } from "./watching.ts";

export interface Television {
  readonly store: TvStore;
  readonly line: CallLine;
}

/** Puts the parts together: store, links to box and hub, call, voice, remote. */
export function startTelevision(page: Window): Television {
  const token = launchToken(page);
  const headers = launchHeaders(token);
  const live = connectLive({
    url: socketUrl(page.location, "/live"),
    protocols: launchProtocols(token),
  });
  const line = createCallLine(startCallOn(live));
  const perform = createPerform({
    commands: createCommands({ headers: () => headers }),
    newId,
    newCode,
    storage: page.localStorage,
    setMicrophone: (on) => line.session()?.setMicrophone(on),
    setCamera: (on) => line.session()?.setCamera(on),
    startAgain: () => page.location.reload(),
  });
  const begun = beginTv({
    now: Date.now(),
    remote: remoteFrom(page.localStorage.getItem(REMOTE_KEY)),
    confirmed: confirmedFrom(page.localStorage.getItem(CONFIRMED_KEY)),
    speaksKeys: page.localStorage.getItem(VOICE_KEY) === "on",
  });
  const store = createStore(begun, perform, Date.now);
  tickWhenReady(store, (run, millis) => void page.setTimeout(run, millis));
  speakOf(store, headers);
  store.subscribe(() => line.follow(store));
  watchHub(live, store);
  connectBox({
    open: () => new WebSocket(socketUrl(page.location, "/box/live"), launchProtocols(token)),
    onLink: (link) => store.send({ type: "link", which: "box", link }),
    onMessage: (message) => store.send(boxEvent(message)),
  });
  page.setInterval(() => store.send({ type: "tick", now: Date.now() }), TICK_MILLIS);
  page.addEventListener("keydown", (event) => pressed(event, store));
  return { store, line };
}

function boxEvent(message: BoxLive) {
  return message.type === "state"
    ? ({ type: "box", state: message } as const)
    : ({ type: "measurement", card: { reading: message.reading, stage: message.stage } } as const);
}

function speakOf(store: TvStore, headers: Record<string, string>): void {
  const fetchSpeech = speechFrom(headers);
  let play: VoiceParts["play"] = playBlob;
  const voice = createVoice({
    fetchSpeech,
    play: (speech, stopped) => play(speech, stopped),
  });
  const prompts = createPrompts({ sounds: createSounds(), voice });
  play = prompts.between(playBlob);
  store.subscribe(() => prompts.follow(store));
}

/** A held key walks, but it never presses twice. Keys of the browser itself are left to it. */
export function pressed(event: KeyboardEvent, store: TvStore): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const tv = store.state();
  const intent = intentOf(tv.remote, event.keyCode);
  if (intent !== undefined || screenOf(tv) === "teach") event.preventDefault();
  const walks = intent === "up" || intent === "down" || intent === "left" || intent === "right";
  if (event.repeat && (!walks || screenOf(tv) === "teach")) return;
  store.send({ type: "press", keyCode: event.keyCode });
}
