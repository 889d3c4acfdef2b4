import { createSounds } from "@wuduan/web-kit/sounds.ts";

/** The sounds of this workstation. */
export const sounds = createSounds();
