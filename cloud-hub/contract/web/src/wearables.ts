import type {
  AddWearable,
  AnswerCode,
  ChangeWearer,
  ChooseWearable,
  EndPairing,
  Id,
  NameWearable,
  StartPairing,
} from "./messages.ts";
import type { Send } from "./send.ts";

/** The commands of PROTOCOL.md, "Wearables of a household". */
export function wearableCommands(send: Send, householdId: Id) {
  const home = `/api/households/${householdId}`;
  const step = (name: string, body: object) =>
    send("POST", `${home}/wearable-pairing${name}`, body);
  const one = (address: string, name: string, body?: object) =>
    send("POST", `${home}/wearables/${address}/${name}`, body);
  return {
    start: (body: StartPairing) => step("", body),
    choose: (body: ChooseWearable) => step("/choose", body),
    answer: (body: AnswerCode) => step("/answer", body),
    add: (body: AddWearable) => step("/add", body),
    end: (body: EndPairing) => step("/end", body),
    rename: (address: string, body: NameWearable) => one(address, "name", body),
    changeWearer: (address: string, body: ChangeWearer) => one(address, "wearer", body),
    remove: (address: string) => one(address, "remove"),
  };
}

export type WearableCommands = ReturnType<typeof wearableCommands>;
