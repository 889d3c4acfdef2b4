import type { Commands, Result } from "@wuduan/contract/commands.ts";
import type { Id, ResetBox } from "@wuduan/contract/messages.ts";
import { prescribing } from "@wuduan/contract/prescribing.ts";
import { wearableCommands, type WearableCommands } from "@wuduan/contract/wearables.ts";
import type { DeviceStep } from "../core/devices.ts";
import { languageOf, type Command, type Effect } from "../core/tv.ts";
import type { Perform, TvStore } from "./store.ts";

export const CONFIRMED_KEY = "wuduan.tv.confirmed";
export const REMOTE_KEY = "wuduan.tv.remote";
export const VOICE_KEY = "wuduan.tv.speaks-keys";

export interface Hands {
  readonly commands: Commands;
  readonly newId: () => Id;
  readonly newCode: () => string;
  readonly storage: Pick<Storage, "setItem">;
  readonly setMicrophone: (on: boolean) => void;
  readonly setCamera: (on: boolean) => void;
  readonly startAgain: () => void;
}

/** Does what the reducer asks for. Every command ends with an `answered`, so that no key stays dead. */
export function createPerform(hands: Hands): Perform {
  return (effect, store) => {
    switch (effect.do) {
      case "microphone":
        return hands.setMicrophone(effect.on);
      case "camera":
        return hands.setCamera(effect.on);
      case "make-code":
        return void makeCode(effect.patientId, hands, store);
      case "fetch-looks":
        return void fetchLooks(effect.patientId, hands, store);
      case "fetch-consent-text":
        return void fetchConsentText(hands, store);
      case "remember-confirmed":
        return hands.storage.setItem(CONFIRMED_KEY, JSON.stringify(effect.ids));
      case "remember-voice":
        return hands.storage.setItem(VOICE_KEY, effect.on ? "on" : "off");
      case "remember-remote":
        return hands.storage.setItem(REMOTE_KEY, JSON.stringify(effect.remote));
      case "start-again":
        return hands.startAgain();
      default:
        return void give(effect, hands).then((result) => {
          const problem = result.ok ? undefined : result.problem;
          store.send({ type: "answered", command: effect.do, problem });
        });
    }
  };
}

type Given = Exclude<Extract<Effect, { do: Command }>, { do: "make-code" | "fetch-looks" }>;

function give(effect: Given, { commands, newId }: Hands): Promise<Result<unknown>> {
  switch (effect.do) {
    case "request":
      return commands.requestConsultation({ id: newId(), patientId: effect.patientId });
    case "cancel":
      return commands.cancel(effect.id, { reason: "changed_mind" });
    case "consent":
      return commands.consent(effect.id, {
        ...(effect.textVersion === undefined ? {} : { textVersion: effect.textVersion }),
        language: effect.language,
        decision: effect.decision,
        givenBy: "patient",
      });
    case "withdraw-consent":
      return commands.withdrawConsent(effect.id);
    case "confirm-understanding":
      return commands.confirmUnderstanding(effect.id);
    case "unbind":
      return commands.endBinding(effect.child.patientId, effect.child.accountId);
    case "name-wearer":
      return commands.nameWearer(
        effect.readingId,
        effect.patientId === undefined ? {} : { patientId: effect.patientId },
      );
    case "wearable":
      return giveWearable(wearableCommands(commands.send, effect.householdId), effect.step, newId);
    case "confirm-medicines":
      return prescribing(commands.send).confirm(effect.patientId, effect.id, effect.version);
    case "reset":
      return commands.send("POST", "/box/factory-reset", {
        unsent: effect.unsent,
      } satisfies ResetBox);
    default:
      return commands[effect.do](effect.id);
  }
}

function giveWearable(
  wearables: WearableCommands,
  step: DeviceStep,
  newId: Hands["newId"],
): Promise<Result<unknown>> {
  switch (step.name) {
    case "start":
      return wearables.start({ pairingId: newId() });
    case "choose":
      return wearables.choose({ pairingId: step.pairingId, address: step.address });
    case "answer":
      return wearables.answer({ pairingId: step.pairingId, answer: step.answer });
    case "add":
      return wearables.add({ pairingId: step.pairingId, patientId: step.patientId });
    case "end":
      return wearables.end({ pairingId: step.pairingId });
    case "rename":
      return wearables.rename(step.address, { name: step.to });
    case "wearer":
      return wearables.changeWearer(step.address, { patientId: step.patientId });
    case "remove":
      return wearables.remove(step.address);
  }
}

/** The code is made here, and shown once the hub has it. */
async function makeCode(patientId: Id, hands: Hands, store: TvStore): Promise<void> {
  const code = hands.newCode();
  const result = await hands.commands.makeBindingCode({ code, patientId });
  if (result.ok) store.send({ type: "code", patientId, code });
  const problem = result.ok ? undefined : result.problem;
  store.send({ type: "answered", command: "make-code", problem });
}

async function fetchConsentText({ commands }: Hands, store: TvStore): Promise<void> {
  const language = languageOf(store.state());
  const result = await commands.consentText(language);
  // Another language was chosen meanwhile: its own fetch is under way.
  if (languageOf(store.state()) !== language) return;
  store.send({ type: "consent-text", text: result.ok ? result.value : "missing" });
}

async function fetchLooks(patientId: Id, { commands }: Hands, store: TvStore): Promise<void> {
  const result = await commands.looks(patientId);
  const list = result.ok ? result.value.looks : "missing";
  store.send({ type: "looks", looks: { patientId, list } });
}

/** Reads the remembered ends; anything else in their place counts as none. */
export function confirmedFrom(stored: string | null): readonly Id[] {
  try {
    const ids: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(ids) ? ids.filter((id): id is Id => typeof id === "string") : [];
  } catch {
    return [];
  }
}
