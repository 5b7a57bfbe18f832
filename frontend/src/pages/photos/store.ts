/** Photos of the body, kept on this device alone: a database of their own that no event, upload or export reads. */

import { type DBSchema, type IDBPDatabase, openDB } from "idb";

export const VIEWS = ["front", "side", "back"] as const;
export type View = (typeof VIEWS)[number];

export interface Photo {
  id: string;
  /** Such as "2026-11-23". */
  date: string;
  view: View;
  width: number;
  height: number;
  image: Blob;
}

interface PhotosSchema extends DBSchema {
  photos: { key: string; value: Photo };
}

let opened: Promise<IDBPDatabase<PhotosSchema>> | undefined;

/** Rejects in a browser that keeps nothing, such as a private window. */
function photos(): Promise<IDBPDatabase<PhotosSchema>> {
  opened ??= openDB<PhotosSchema>("legday-photos", 1, {
    upgrade(database) {
      database.createObjectStore("photos", { keyPath: "id" });
    },
  });
  return opened;
}

/** All of them, the latest first. */
export async function allPhotos(): Promise<Photo[]> {
  const all = await (await photos()).getAll("photos");
  return all.sort((a, b) => (a.date === b.date ? VIEWS.indexOf(a.view) - VIEWS.indexOf(b.view) : a.date < b.date ? 1 : -1));
}

/** Keep a photo; throws a DOMException named QuotaExceededError on a full disk. */
export async function keepPhoto(photo: Photo): Promise<void> {
  await (await photos()).put("photos", photo);
}

export async function deletePhoto(id: string): Promise<void> {
  await (await photos()).delete("photos", id);
}

export async function deleteAllPhotos(): Promise<void> {
  await (await photos()).clear("photos");
}
