import { createRoot } from "react-dom/client";
import "@wuduan/web-kit/tokens.css";
import "@wuduan/web-kit/browser/parts.css";
import "./style/base.css";
import "./style/tabs.css";
import "./style/devices.css";
import "./style/call.css";
import "./style/plan.css";
import { App } from "./App.tsx";
import { applyElder } from "./elder.ts";
import { followScanned } from "./links.ts";

applyElder();
followScanned(window);
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
// Without it the app still works; it only can't open while there is no network.
if (import.meta.env.PROD && "serviceWorker" in navigator)
  navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`).catch(() => undefined);
