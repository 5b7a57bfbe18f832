/** The moving figures of exercises: fetched once, kept on this device, and shown from there without a signal. */

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { useEffect, useState } from "preact/hooks";
import { fresh, Refused } from "../sync/http";

export interface FigureView {
  view: "side" | "front";
  /** A picture of our own server, animated by its own style. */
  svg: string;
}

/** A muscle, and how much of its strength it uses at most [%]. */
export interface WorkedMuscle {
  muscle: string;
  name: string;
  activation: number;
}

export interface FigureData {
  /** The movement in words. */
  text: string;
  views: readonly FigureView[];
  muscles: readonly WorkedMuscle[];
}

/** Seconds of lowering, at the bottom, of lifting (0 is as fast as possible), at the top. */
export type Tempo = readonly [number, number, number, number];

interface KeptFigure {
  /** null where the server says that there is none. */
  figure: FigureData | null;
  etag: string | undefined;
  at: number;
}

interface Schema extends DBSchema {
  figures: { key: string; value: KeptFigure };
}

/** Figures that are kept; the least recent beyond that are forgotten. */
const MOST_KEPT = 400;
const NOT_THERE = 404;

let opened: Promise<IDBPDatabase<Schema> | null> | undefined;

/** The kept figures; null in a browser that keeps nothing. */
function figures(): Promise<IDBPDatabase<Schema> | null> {
  opened ??= openDB<Schema>("legday-figures", 1, {
    upgrade: (database) => {
      database.createObjectStore("figures");
    },
  }).catch(() => null);
  return opened;
}

/** The address of a figure; without a tempo it moves as is usual. */
export function figurePath(exercise: string, variant: string, tempo?: Tempo | null): string {
  const path = `/api/exercises/${encodeURIComponent(exercise)}/figures/${encodeURIComponent(variant)}`;
  return tempo ? `${path}?tempo=${tempo.map((seconds, phase) => (phase === 2 && !seconds ? "x" : Math.round(seconds))).join("-")}` : path;
}

/** The figure of an address that is kept on this device; undefined if the server was never asked for it. */
export async function keptFigure(path: string): Promise<KeptFigure | undefined> {
  return (await figures())?.get("figures", path).catch(() => undefined);
}

async function keep(path: string, kept: KeptFigure): Promise<void> {
  const database = await figures();
  try {
    await database?.put("figures", kept, path);
    if (!database || (await database.count("figures")) <= MOST_KEPT) return;
    const [keys, all] = await Promise.all([database.getAllKeys("figures"), database.getAll("figures")]);
    const order = keys.map((key, index) => ({ key, at: all[index]?.at ?? 0 })).sort((a, b) => a.at - b.at);
    for (const { key } of order.slice(0, MOST_KEPT / 4)) await database.delete("figures", key);
  } catch {
    // A full disk: the figure is shown all the same, and fetched again next time.
  }
}

/** Ask the server for a figure and keep what it says, null if it has none. Throws Unreachable or Refused. */
export async function fetchFigure(path: string): Promise<FigureData | null> {
  const known = await keptFigure(path);
  try {
    const news = await fresh<FigureData>(path, known?.etag);
    const figure = news ? news.data : (known?.figure ?? null);
    await keep(path, { figure, etag: news ? news.etag : known?.etag, at: Date.now() });
    return figure;
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== NOT_THERE) throw error;
    await keep(path, { figure: null, etag: undefined, at: Date.now() });
    return null;
  }
}

export interface FigureAsked {
  figure: FigureData | null;
  /** "none" where there is no such figure, "offline" where it can't be had now. */
  is: "waiting" | "here" | "none" | "offline";
}

const WAITING: FigureAsked = { figure: null, is: "waiting" };

/** The figure of an address: the kept one at once, then the server's; null asks for nothing. */
export function useFigure(path: string | null): FigureAsked {
  const [state, setState] = useState<{ path: string | null; asked: FigureAsked }>({ path, asked: WAITING });
  useEffect(() => {
    if (path === null) return;
    let current = true;
    const show = (figure: FigureData | null) => {
      if (current) setState((now) => same(now, path, figure) ?? { path, asked: { figure, is: figure ? "here" : "none" } });
    };
    void keptFigure(path)
      .then((kept) => {
        if (kept) show(kept.figure);
        return fetchFigure(path).then(show, () => {
          if (current && !kept) setState({ path, asked: { figure: null, is: "offline" } });
        });
      });
    return () => {
      current = false;
    };
  }, [path]);
  return state.path === path ? state.asked : WAITING;
}

/** The state as it is if it shows the same already: a figure that moves must not begin again. */
function same(now: { path: string | null; asked: FigureAsked }, path: string, figure: FigureData | null) {
  const alike = now.path === path && now.asked.is !== "waiting" && JSON.stringify(now.asked.figure) === JSON.stringify(figure);
  return alike && now.asked.is !== "offline" ? now : null;
}
