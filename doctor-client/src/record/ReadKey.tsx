import { t } from "./language.ts";

interface Props {
  name: string;
  label: string;
  /** Whether something is read now: the key says so and takes no second press. */
  busy: boolean;
  onRead(): void;
}

/** A key that reads something from the hub. */
export function ReadKey({ name, label, busy, onRead }: Props) {
  return (
    <button
      type="button"
      className="button small"
      data-action={name}
      disabled={busy}
      onClick={onRead}
    >
      {busy ? t("reading") : label}
    </button>
  );
}
