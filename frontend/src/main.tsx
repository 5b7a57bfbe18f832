/** The start of the app. */

import { render } from "preact";
import { App } from "./app";
import "./settings";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/ui.css";
import "./styles/shell.css";
import { ready } from "./log";
import { installWorker, keepStorage, startSync } from "./sync";

/** The worker fetches the whole app; the page that is looked at comes first. */
const WORKER_AFTER_MS = 500;

const root = document.getElementById("app");
if (root) render(<App />, root);
void ready.then(() => {
  startSync();
  void keepStorage();
  setTimeout(() => void installWorker(), WORKER_AFTER_MS);
});
