import type { Result } from "@wuduan/contract/commands.ts";
import type { Id, Note, NoteContent, Problem, SaveNote } from "@wuduan/contract/messages.ts";
import { problemType } from "@wuduan/contract/problems.ts";
import type { Drafts } from "@wuduan/web-kit/browser/drafts.ts";
import { createStore, type Store } from "@wuduan/web-kit/browser/store.ts";
import {
  decided,
  EMPTY_NOTE,
  merged,
  sameNote,
  type Choice,
  type Clashes,
  type NoteField,
} from "./noteText.ts";

/** How long after a keystroke the hub hears of it; while somebody types on, it hears this often. */
export const SAVE_AFTER_MILLIS = 2000;
/** After a failed try the next one waits so long. */
export const RETRY_AFTER_MILLIS = 3000;

/** Where the text on the screen is safe: in the hospital, in this browser alone, or nowhere. */
export type Place = "hub" | "local" | "nowhere";

export type Template = SaveNote["template"];

/** A note as it is being written. */
export interface Draft {
  noteId: Id;
  template: Template;
  content: NoteContent;
  /** What the hub has, and on which the text stands; version 0 while the hub has none. */
  base: { version: number; content: NoteContent };
}

export interface NoteState {
  /** Null while no note was begun. */
  draft: Draft | null;
  place: Place;
  /** Why the hub would not take it; null while nothing is wrong, also while the hub is only out of reach. */
  problem: Problem | null;
  clashes: Clashes;
  /** Whose text it clashes with. */
  other: string;
}

export interface NoteDesk {
  state: Store<NoteState>;
  begin(template: Template, content: NoteContent): void;
  type(content: NoteContent): void;
  /** The newest note of the hub, whenever it changes. */
  hubSays(note: Note): void;
  decide(field: NoteField, how: Choice): void;
  saveNow(): void;
  /** Saves the text that is about to be submitted; gives its version, null while the hub has not exactly this text. */
  settle(content: NoteContent): Promise<number | null>;
  /** The note was submitted: nothing more is saved, and what is unsaved stays on the screen and in the browser. */
  end(): void;
  /** Gives up what is unsaved for what the hub has. */
  drop(note: Note): void;
  /** Ends the timers; what is unsaved stays in the browser. */
  close(): void;
}

export interface NoteDeskOptions {
  /** Whose desk it is. */
  me: Id;
  drafts: Drafts;
  /** Under which the text is kept in the browser. */
  name: string;
  save(body: SaveNote, idempotencyKey: string): Promise<Result<unknown>>;
  /** The session is over: somebody has to sign in before anything can be saved. */
  onSessionOver(problem: Problem): void;
  newId(): Id;
  /** Runs later; gives the way to cancel it. */
  later(run: () => void, millis: number): () => void;
}

/** What was sent, so that its arrival is known again also when its answer was lost. */
interface Sent {
  key: string;
  body: SaveNote;
}

/** What the browser keeps: also what clashes, so that a page that is opened again asks before it saves. */
type Kept = Pick<NoteState, "clashes" | "other"> & { draft: Draft };

const NOTHING: NoteState = { draft: null, place: "hub", problem: null, clashes: {}, other: "" };

/** Keeps what a doctor types: in the browser at each keystroke, in the hub soon after, never over somebody else's text. */
export function createNoteDesk(options: NoteDeskOptions): NoteDesk {
  return new WrittenNote(options);
}

class WrittenNote implements NoteDesk {
  readonly state = createStore<NoteState>(NOTHING);
  private sent: Sent | null = null;
  private saving = false;
  private closed = false;
  private ended = false;
  /** What was last kept in the browser. */
  private kept = "";
  private cancelTimer: (() => void) | null = null;

  constructor(private readonly options: NoteDeskOptions) {
    const restored = keptFrom(options.drafts.read(options.name));
    if (restored) this.show(restored);
  }

  begin(template: Template, content: NoteContent): void {
    if (this.state.get().draft) return;
    const base = { version: 0, content: EMPTY_NOTE };
    this.show({ draft: { noteId: this.options.newId(), template, content, base } });
  }

  type(content: NoteContent): void {
    const { draft, clashes } = this.state.get();
    if (draft) this.show({ draft: { ...draft, content }, clashes: withMine(clashes, content) });
  }

  hubSays(note: Note): void {
    const { draft } = this.state.get();
    const base = { version: note.version, content: note.content };
    const same = draft !== null && note.id === draft.noteId;
    if (same && note.version <= draft.base.version) return;
    if (!draft || (same && !isChanged(draft))) {
      const { id: noteId, template, content } = note;
      this.show({ draft: { noteId, template, content, base }, clashes: {}, problem: null });
    } else if (same && this.sent && isArrival(this.sent, note)) {
      this.show({ draft: { ...draft, base }, problem: null });
    } else this.merge(draft, note);
  }

  decide(field: NoteField, how: Choice): void {
    const { draft, clashes } = this.state.get();
    const clash = clashes[field];
    if (!draft || !clash) return;
    const rest = Object.fromEntries(Object.entries(clashes).filter(([name]) => name !== field));
    const content = decided(draft.content, field, clash, how);
    this.show({ draft: { ...draft, content }, clashes: rest });
  }

  saveNow(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    void this.save();
  }

  async settle(content: NoteContent): Promise<number | null> {
    this.type(content);
    this.cancelTimer?.();
    this.cancelTimer = null;
    await this.save();
    const { draft, place } = this.state.get();
    if (!draft || place !== "hub" || !sameNote(draft.content, content)) return null;
    return draft.base.version;
  }

  end(): void {
    this.ended = true;
    this.cancelTimer?.();
    this.cancelTimer = null;
  }

  drop({ id: noteId, template, content, version }: Note): void {
    const base = { version, content };
    this.show({ draft: { noteId, template, content, base }, clashes: {}, problem: null });
  }

  close(): void {
    this.closed = true;
    this.cancelTimer?.();
  }

  private merge(draft: Draft, note: Note): void {
    // Begun elsewhere at the same time: both texts stand on nothing.
    const own = note.id === draft.noteId ? draft.base.content : EMPTY_NOTE;
    const theirsIsMine = note.savedBy.id === this.options.me;
    const sides = { base: own, mine: draft.content, theirs: note.content, theirsIsMine };
    const { content, clashes } = merged(sides, this.state.get().clashes);
    const base = { version: note.version, content: note.content };
    this.show({
      draft: { noteId: note.id, template: note.template, content, base },
      clashes,
      other: note.savedBy.name,
      problem: null,
    });
  }

  private show(change: Partial<NoteState>): void {
    const next = { ...this.state.get(), ...change };
    next.place = next.draft ? this.keep(next.draft, next) : "hub";
    this.state.set(next);
    if (next.place !== "hub") this.saveIn(SAVE_AFTER_MILLIS);
  }

  private keep(draft: Draft, { clashes, other }: NoteState): Place {
    const { drafts, name } = this.options;
    const decidedAll = Object.keys(clashes).length === 0;
    if (decidedAll && draft.base.version > 0 && sameNote(draft.content, draft.base.content)) {
      drafts.forget(name);
      return "hub";
    }
    this.kept = JSON.stringify({ draft, clashes, other } satisfies Kept);
    return drafts.write(name, this.kept) ? "local" : "nowhere";
  }

  /** A desk that was closed leaves alone what a newer one keeps under the same name. */
  private isOvertaken(): boolean {
    const { drafts, name } = this.options;
    return this.closed && drafts.read(name) !== this.kept;
  }

  private mayNotSave(): boolean {
    return this.closed || this.ended || Object.keys(this.state.get().clashes).length > 0;
  }

  private saveIn(millis: number): void {
    if (this.cancelTimer || this.mayNotSave()) return;
    this.cancelTimer = this.options.later(() => {
      this.cancelTimer = null;
      void this.save();
    }, millis);
  }

  private next({ noteId, template, content, base }: Draft): Sent {
    const body: SaveNote = { noteId, baseVersion: base.version, template, content };
    const { sent } = this;
    // The same text on the same version is the same command, also after a lost answer.
    if (sent && JSON.stringify(sent.body) === JSON.stringify(body)) return sent;
    return { key: this.options.newId(), body };
  }

  private async save(): Promise<void> {
    const { draft, place } = this.state.get();
    if (!draft || place === "hub" || this.saving || this.mayNotSave()) return;
    this.saving = true;
    const now = (this.sent = this.next(draft));
    const answer = await this.options.save(now.body, now.key);
    this.saving = false;
    if (this.isOvertaken()) return;
    if (answer.ok) this.arrived(now);
    else this.refused(answer.problem);
  }

  private arrived({ body }: Sent): void {
    const { draft } = this.state.get();
    const version = body.baseVersion + 1;
    if (!draft || draft.base.version >= version) return this.show({ problem: null });
    const base = { version, content: body.content };
    this.show({ draft: { ...draft, base }, problem: null });
  }

  private refused(problem: Problem): void {
    const type = problemType(problem);
    if (type === "session-expired" || type === "not-signed-in") this.options.onSessionOver(problem);
    const passing = problem.status < 400 || problem.status >= 500 || PASSING.has(type ?? "");
    this.state.set({ ...this.state.get(), problem: passing ? null : problem });
    if (passing) this.saveIn(RETRY_AFTER_MILLIS);
  }
}

/** Refusals after which the same text may be taken later: the newer text or a sign-in comes first. */
const PASSING = new Set<string>([
  "edit-conflict",
  "session-expired",
  "not-signed-in",
  "too-many-commands",
]);

function isChanged({ base, content }: Draft): boolean {
  return base.version === 0 || !sameNote(base.content, content);
}

function isArrival({ body }: Sent, note: Note): boolean {
  return note.version === body.baseVersion + 1 && sameNote(note.content, body.content);
}

/** What is typed into a field that clashes is mine. */
function withMine(clashes: Clashes, content: NoteContent): Clashes {
  const next: Clashes = {};
  for (const [field, clash] of Object.entries(clashes) as [NoteField, Clashes[NoteField]][]) {
    if (clash) next[field] = { ...clash, mine: content[field] };
  }
  return next;
}

function keptFrom(text: string): Kept | null {
  if (text === "") return null;
  try {
    return JSON.parse(text) as Kept;
  } catch {
    // A draft that was cut by a full storage is no note; the hub still has the last one that it took.
    return null;
  }
}
