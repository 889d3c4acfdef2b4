import { createRoot } from "react-dom/client";
import "@wuduan/web-kit/tokens.css";
import "@wuduan/web-kit/browser/parts.css";
import "@wuduan/web-kit/browser/top.css";
import "./style/base.css";
import "./style/frame.css";
import "./style/dialogs.css";
import "./style/side.css";
import "./style/ring.css";
import "./style/case.css";
import "./style/call.css";
import "./style/panel.css";
import "./style/referral.css";
import "./style/small.css";
import { App } from "./App.tsx";

document.documentElement.dataset["distance"] = "desk";
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
