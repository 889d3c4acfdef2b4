import type { Language } from "@wuduan/contract/messages.ts";
import { createContext, use, useLayoutEffect, useRef, type ReactNode } from "react";
import { languageOf, type Tv } from "../core/tv.ts";
import { labelOf } from "../labels.ts";
import { sayIn, type Say } from "../words.ts";

interface Shown {
  readonly tv: Tv;
  readonly say: Say;
  readonly language: Language;
  readonly click: (id: string) => void;
}

const TvContext = createContext<Shown | undefined>(undefined);

interface ProviderProps {
  readonly tv: Tv;
  readonly click: (id: string) => void;
  readonly children: ReactNode;
}

export function TvProvider({ tv, click, children }: ProviderProps) {
  const language = languageOf(tv);
  return <TvContext value={{ tv, say: sayIn(language), language, click }}>{children}</TvContext>;
}

export function useTv(): Shown {
  const shown = use(TvContext);
  if (shown === undefined) throw new Error("a screen is drawn outside of the television");
  return shown;
}

export type Tone = "plain" | "primary" | "answer" | "danger";

interface KeyProps {
  /** The id that the focus model knows. */
  readonly id: string;
  readonly icon?: ReactNode;
  readonly tone?: Tone;
  readonly hint?: string | undefined;
}

/**
 * One thing that can be focused. The model decides where the focus is; the element only shows it
 * (data-focus) and takes the browser's focus along for readers.
 */
export function Key({ id, icon, tone = "plain", hint }: KeyProps) {
  const { tv, click } = useTv();
  const focused = tv.focus.id === id;
  const element = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (focused) element.current?.focus({ preventScroll: true });
  }, [focused]);
  return (
    <button
      ref={element}
      type="button"
      tabIndex={-1}
      className={`key key-${tone}`}
      data-key={id}
      data-focus={focused ? id : undefined}
      onClick={() => click(id)}
    >
      {icon}
      <span className="key-words">
        <span className="key-label">{labelOf(tv, id)}</span>
        {hint === undefined ? null : <span className="key-hint">{hint}</span>}
      </span>
    </button>
  );
}
