import "@wuduan/web-kit/tokens.css";
import "./styles/base.css";
import "./styles/screens.css";
import "./styles/devices.css";
import "./styles/call.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { startTelevision } from "./app/start.ts";

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<App television={startTelevision(window)} />);
