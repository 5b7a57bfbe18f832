import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { precache } from "./build/precache.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [precache(here("public"))],
  build: {
    outDir: here("../src/legday/web/static"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { app: here("index.html"), sw: here("src/sw/sw.ts") },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  server: { port: 5173, proxy: { "/api": "http://127.0.0.1:8421", "/docs": "http://127.0.0.1:8421" } },
  test: { include: ["tests/**/*.test.ts"] },
});
