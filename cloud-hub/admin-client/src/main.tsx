import { createRoot } from "react-dom/client";
import "@wuduan/web-kit/tokens.css";
import "@wuduan/web-kit/browser/parts.css";
import "@wuduan/web-kit/browser/top.css";
import "./style.css";
import "./forms.css";
import { ActivationPage } from "./activation/ActivationPage.tsx";
import { App } from "./App.tsx";

document.documentElement.dataset["distance"] = "desk";
const root = document.getElementById("root");
const activating = location.pathname.endsWith("/activate");
if (root) createRoot(root).render(activating ? <ActivationPage /> : <App />);
