import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Chromium 90 is the floor of the full experience on set-top boxes. */
const FLOOR = "chrome90";

export default defineConfig({
  base: "/",
  plugins: [react()],
  build: { outDir: "dist", target: FLOOR, cssTarget: FLOOR, modulePreload: { polyfill: false } },
});
