import type { Result } from "@wuduan/contract/commands.ts";

/** How long a question that was not answered waits until it is asked again, in milliseconds. */
export const ASK_AGAIN_MILLIS = 2_000;

/** Asks for what a part of a page shows, again and again until it is told; what comes back says that nobody wants it. */
export function askUntilAnswered<T>(
  ask: () => Promise<Result<T>>,
  told: (value: T) => void,
): () => void {
  let wanted = true;
  let later: ReturnType<typeof setTimeout> | undefined;
  const once = async () => {
    const answer = await ask();
    if (!wanted) return;
    if (answer.ok) told(answer.value);
    else later = setTimeout(() => void once(), ASK_AGAIN_MILLIS);
  };
  void once();
  return () => {
    wanted = false;
    clearTimeout(later);
  };
}
