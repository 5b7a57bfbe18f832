/** Keys of sets that are added to a session. */

import type { PlayStep } from "../types";

/** The block, the tail and the side in the key of an added set. */
export const EXTRA = /^(.+)\.x([0-9a-f]{12})([A-Za-z]?)$/;

/** The key of a set that is added to a block. */
export const extraKey = (block: string, tail: string): string => `${block}.x${tail}`;

/** Whether a step belongs to a set that was added. */
export const isExtra = ({ key, set_key: set }: PlayStep): boolean => EXTRA.test(set ?? key.replace(/\.rest$/, ""));
