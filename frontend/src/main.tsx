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

const root = document.getElementById("app");
if (root) render(<App />, root);
void ready.then(() => {
  startSync();
  void keepStorage();
});
void installWorker();
