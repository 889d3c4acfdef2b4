import type { Summary } from "@wuduan/contract/messages.ts";
import { dayAndTime } from "@wuduan/web-kit/times.ts";
import { i18n, t } from "../language.ts";

/** Whether the words to the home have arrived, and who said so. */
export function UnderstoodLine({ summary }: { summary: Summary }) {
  const { understood } = summary;
  return (
    <p className="soft" data-understood={understood?.by ?? "none"}>
      {understood
        ? t(`understood.${understood.by}`, { time: dayAndTime(understood.at, i18n.language()) })
        : t("understood.none")}
    </p>
  );
}
