import { dayAndTime } from "@wuduan/web-kit/times.ts";
import type { Parent } from "../family.ts";
import { i18n, t } from "../language.ts";

/** That no doctor can come now, and what to do instead. */
export function NobodyOnDuty({ parent }: { parent: Parent | undefined }) {
  const nobody = parent?.nobodyOnDuty;
  if (!nobody) return null;
  return (
    <p className="notice caution" role="status" data-notice="nobody-on-duty">
      {t("care.nobody")}
      {nobody.nextAt !== undefined &&
        ` ${t("care.nobodyUntil", { time: dayAndTime(nobody.nextAt, i18n.language()) })}`}
    </p>
  );
}
