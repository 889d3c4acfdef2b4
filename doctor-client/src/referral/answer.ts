import type { Referral } from "@wuduan/contract/messages.ts";
import { t } from "./words.ts";

/** What the other side answered, in one sentence. */
export function answerSentence({ doctor, on, place, reason }: NonNullable<Referral["answer"]>) {
  const { name } = doctor;
  return reason === undefined
    ? t("answer.accepted", { name, on: on ?? "", place: place ?? "" })
    : t("answer.declined", { name, reason });
}
