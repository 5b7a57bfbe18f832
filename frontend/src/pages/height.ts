/** Heights as the profile writes them, in centimetres or in feet and inches. */

const CM_PER_INCH = 2.54;

/** A height such as `178 cm`, `1.78 m` or `5 ft 10 in` in centimetres; null where it is none. */
export function heightCm(text: string | null | undefined): number | null {
  if (!text) return null;
  const feet = /^(\d)\s*(?:ft|')\s*(?:(\d{1,2}(?:\.\d)?)\s*(?:in|")?)?$/.exec(text.trim());
  if (feet) return (Number(feet[1]) * 12 + Number(feet[2] ?? 0)) * CM_PER_INCH;
  const metric = /^(\d+(?:[.,]\d+)?)\s*(cm|m)?$/.exec(text.trim());
  if (!metric) return null;
  const value = Number((metric[1] as string).replace(",", "."));
  return metric[2] === "m" || (!metric[2] && value < 3) ? value * 100 : value;
}

/** Whole feet, and inches to a half. */
export function feetAndInches(cm: number): [number, number] {
  const inches = Math.round((cm / CM_PER_INCH) * 2) / 2;
  return [Math.floor(inches / 12), inches % 12];
}
