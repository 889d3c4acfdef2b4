import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "{cloud-hub,media,tv-client,doctor-client,family-mobile}/**/src/**/*.test.{ts,tsx}",
      "cloud-hub/launcher/scripts/*.test.mjs",
    ],
    // A net for what hangs, not a measure: the machine may be busy with other builds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    exclude: ["**/node_modules/**", "**/target/**", "**/dist/**"],
  },
});
