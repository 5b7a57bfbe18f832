/** Ids of events: UUIDv7 (RFC 9562), each greater than every id the device has seen, however wrong its clock is. */

const RANDOM_BITS = 74n;
/** The end of the year 9999; later ids are refused by the server. */
const LAST_MS = 253_402_300_799_999;
const RANDOM_MASK = (1n << RANDOM_BITS) - 1n;

/** The id as one number: 48 bits of milliseconds, then 74 bits that are random in a fresh id. */
function toNumber(id: string): bigint {
  const hex = id.replaceAll("-", "");
  const low = BigInt(`0x${hex.slice(16)}`) & ((1n << 62n) - 1n);
  return (BigInt(`0x${hex.slice(0, 12)}`) << RANDOM_BITS) | (BigInt(`0x${hex.slice(13, 16)}`) << 62n) | low;
}

function toId(value: bigint): string {
  const milliseconds = (value >> RANDOM_BITS).toString(16).padStart(12, "0");
  const high = ((value >> 62n) & 0xfffn).toString(16).padStart(3, "0");
  const low = ((value & ((1n << 62n) - 1n)) | (1n << 63n)).toString(16);
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${high}-${low.slice(0, 4)}-${low.slice(4)}`;
}

function random(bits: bigint): bigint {
  const words = crypto.getRandomValues(new Uint32Array(3));
  const value = words.reduce((sum, word) => (sum << 32n) | BigInt(word), 0n);
  return value & ((1n << bits) - 1n);
}

/**
 * Make the next id of this device.
 *
 * `now` is the device's clock [ms since 1970]; `seen` is the greatest id it knows, its own or another's. A clock that
 * stands behind `seen` is not followed: the id is then the next after `seen` by a random step, so that two devices
 * that go on from the same id do not meet.
 */
export function nextId(now: number, seen: string | null): string {
  const fresh = (BigInt(Math.min(LAST_MS, Math.max(0, Math.floor(now)))) << RANDOM_BITS) | random(RANDOM_BITS);
  if (seen === null) return toId(fresh);
  const last = toNumber(seen);
  if (fresh >> RANDOM_BITS > last >> RANDOM_BITS) return toId(fresh);
  const room = RANDOM_MASK - (last & RANDOM_MASK);
  const step = 1n + random(48n);
  return toId(step <= room ? last + step : ((last >> RANDOM_BITS) + 1n) << RANDOM_BITS);
}

/** A fresh id for a thing, such as an exercise of one's own. */
export function newThingId(): string {
  return nextId(Date.now(), null);
}

/** The last twelve hexadecimal digits of a fresh id, for ids that are made of several parts. */
export function newTail(): string {
  return newThingId().slice(-12);
}
