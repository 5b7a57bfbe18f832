/** What a place has, and how a profile says that it has more or less than is usual. */

import type { Profile } from "./profile";

const SMALL = ["wall", "chair", "mat", "step", "block", "foam-roller"];
const HOME = [...SMALL, "dumbbells", "band", "mini-band", "bench"];

export const EQUIPMENT: readonly { group: string; items: readonly string[] }[] = [
  { group: "Free weights", items: ["barbell", "rack", "safety-bar", "trap-bar", "dumbbells", "kettlebell", "landmine", "sled"] },
  {
    group: "Small things",
    items: [
      "bench", "chair", "block", "step", "box", "wall", "mat", "band", "mini-band", "swiss-ball", "sliders",
      "suspension-trainer", "foam-roller", "jump-rope",
    ],
  },
  {
    group: "Machines for squats and presses",
    items: [
      "leg-press-machine", "seated-leg-press-machine", "hack-squat-machine", "v-squat-machine", "pendulum-squat-machine",
      "belt-squat-machine", "smith-machine",
    ],
  },
  {
    group: "Machines for one joint",
    items: [
      "leg-extension-machine", "lying-leg-curl-machine", "seated-leg-curl-machine", "standing-leg-curl-machine",
      "seated-calf-machine", "standing-calf-machine", "donkey-calf-machine", "hip-abduction-machine",
      "hip-adduction-machine", "hip-thrust-machine", "glute-kickback-machine", "cable",
    ],
  },
  { group: "Benches for the back of the leg", items: ["back-extension-bench", "reverse-hyper-machine", "glute-ham-bench"] },
  { group: "To warm up", items: ["bike", "treadmill", "rower"] },
];

const ALL = EQUIPMENT.flatMap(({ items }) => items);

function usual(place: string | undefined): readonly string[] {
  if (place === "bodyweight") return SMALL;
  return place === "home-dumbbells" ? HOME : ALL;
}

/** All that is at hand. */
export function atHand({ place, has = [], lacks = [] }: Profile): string[] {
  const there = new Set([...usual(place), ...has]);
  for (const one of lacks) there.delete(one);
  return ALL.filter((one) => there.has(one));
}

/** The corrections to what the place usually has that make just this be at hand. */
export function corrections(place: string | undefined, owned: readonly string[]): Pick<Profile, "has" | "lacks"> {
  const there = usual(place);
  return {
    has: owned.filter((one) => !there.includes(one)),
    lacks: there.filter((one) => !owned.includes(one)),
  };
}
