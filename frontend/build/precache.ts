/** Tells the service worker which files the build made, so that the whole app is kept for a start without a network. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const WORKER = "sw.js";

export function precache(publicDir: string): Plugin {
  return {
    name: "legday-precache",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== "chunk") throw new Error(`the build made no ${WORKER}`);
      const made = Object.values(bundle).filter(({ fileName }) => fileName !== WORKER && !fileName.endsWith(".map"));
      const version = createHash("sha256");
      for (const file of made) version.update(file.fileName).update(file.type === "chunk" ? file.code : file.source);
      const still = readdirSync(publicDir);
      for (const name of still) version.update(name).update(readFileSync(join(publicDir, name)));
      const files = [...made.map(({ fileName }) => fileName), ...still].map((name) => (name === "index.html" ? "/" : `/${name}`));
      worker.code = worker.code
        .replace("__FILES__", () => JSON.stringify(files.sort()))
        .replace("__VERSION__", () => JSON.stringify(version.digest("hex").slice(0, 12)));
    },
  };
}
