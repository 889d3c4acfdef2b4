import { useEffect, useMemo } from "react";
import { newId } from "@wuduan/contract/commands.ts";
import type { Id, Note } from "@wuduan/contract/messages.ts";
import { noteCommands } from "@wuduan/contract/records.ts";
import { useStore } from "@wuduan/web-kit/browser/hooks.tsx";
import { useDesk } from "../desk.tsx";
import { createNoteDesk, type NoteDesk, type NoteState } from "./noteDesk.ts";

/** Whose note is written: that of the case, together with its doctor, or an own one. */
export type Target = "case" | "own";

/** The note that this doctor writes in a consultation; it outlives neither the page nor what is kept of it. */
export function useNoteDesk(
  consultationId: Id,
  target: Target,
  note: Note | undefined,
): { desk: NoteDesk; state: NoteState } {
  const { session, commands, drafts, me } = useDesk();
  const desk = useMemo(
    () =>
      createNoteDesk({
        me: me.id,
        drafts,
        // not under the consultation's own name: its conclusion forgets those, and a note goes on after it
        name: `note/${consultationId}/${target}`,
        save: noteCommands(commands.send, consultationId).save,
        onSessionOver: () => session.expire(),
        newId,
        later: (run, millis) => {
          const timer = setTimeout(run, millis);
          return () => clearTimeout(timer);
        },
      }),
    [consultationId, target, me.id, drafts, commands, session],
  );
  useEffect(() => () => desk.close(), [desk]);
  useEffect(() => {
    if (note?.state === "draft") desk.hubSays(note);
    else if (note) desk.end();
  }, [desk, note]);
  return { desk, state: useStore(desk.state) };
}
