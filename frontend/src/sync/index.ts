/** Keeping devices alike, and the app on the device. */

export { startSync, sync, syncNow, type SyncState } from "./sync";
export { installWorker, keepStorage, takeOver, tellRest, update } from "./worker";
