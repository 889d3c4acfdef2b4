import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{cloud-hub,media,tv-client,doctor-client,family-mobile}/**/src/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/target/**", "**/dist/**"],
  },
});
