import { createCommands } from "@wuduan/contract/commands.ts";
import { connectLive, liveUrl } from "@wuduan/contract/live.ts";
import { createSession } from "@wuduan/web-kit/browser/session.ts";

/** The one account of this page: who is signed in, and the commands given in that name. */
export const commands = createCommands();
export const session = createSession(commands, () => connectLive({ url: liveUrl() }));
