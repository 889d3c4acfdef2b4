import "@wuduan/web-kit/tokens.css";
import "./styles/base.css";
import "./styles/screens.css";
import "./styles/devices.css";
import "./styles/call.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { launchToken } from "./app/launch.ts";
import { startTelevision } from "./app/start.ts";
import { NoLaunch } from "./screens/no-launch.tsx";

const root = document.getElementById("root");
if (root !== null) {
  const isLaunched = launchToken(window) !== "";
  createRoot(root).render(
    isLaunched ? (
      <App television={startTelevision(window)} />
    ) : (
      <NoLaunch onAddress={() => window.location.reload()} />
    ),
  );
}
