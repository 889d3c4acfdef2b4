import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The hub serves `dist` under /admin/; `vite` alone (dev) hands commands and the live link to a running hub. */
export default defineConfig({
  base: "/admin/",
  plugins: [react()],
  build: { outDir: "dist", target: "es2022", assetsInlineLimit: 0 },
  server: {
    proxy: {
      "/api": "http://127.0.0.1:8080",
      "/live": { target: "ws://127.0.0.1:8080", ws: true },
    },
  },
});
