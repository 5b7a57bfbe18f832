/** The log on this device. */

export { newTail, newThingId } from "./clock";
export { type Draft, localTime } from "./database";
export type { Things } from "./fold";
export { catalogue, keepsNothing, keepValue, log, me, planned, ready, record, saveHeld, today, unsaved, value } from "./journal";
export { inverse, merge } from "./merge";
