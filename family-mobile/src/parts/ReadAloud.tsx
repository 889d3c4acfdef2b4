import { i18n, t } from "../language.ts";
import { useReadAloud } from "../readAloud.ts";

/** A key that reads a text aloud, where the phone can by itself. */
export function ReadAloud({ text }: { text: string }) {
  const aloud = useReadAloud(text, i18n.language());
  if (!aloud) return null;
  return (
    <button
      type="button"
      className="button"
      data-action="read-aloud"
      data-reading={aloud.reading}
      onClick={aloud.toggle}
    >
      {t(aloud.reading ? "readAloud.stop" : "readAloud.start")}
    </button>
  );
}
