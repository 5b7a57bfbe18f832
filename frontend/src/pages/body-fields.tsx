/** What the energy pages must know of a body: its height and the year it was born in. */

import { Amount } from "./fields";
import { feetAndInches, heightCm } from "./height";

interface BirthYearProps {
  year: number | null | undefined;
  onChange: (year: number | null) => void;
}

export function BirthYear({ year, onChange }: BirthYearProps) {
  return <Amount label="Birth year" value={year ?? null} start={1990} most={2100} onChange={(value) => onChange(value && Math.round(value))} />;
}

interface HeightFieldProps {
  height: string | null | undefined;
  units: "kg" | "lb";
  onChange: (height: string | null) => void;
}

export function HeightField({ height, units, onChange }: HeightFieldProps) {
  const cm = heightCm(height);
  if (units === "kg") {
    const rounded = cm === null ? null : Math.round(cm * 10) / 10;
    return <Amount label="Height" value={rounded} start={170} most={250} suffix="cm" onChange={(value) => onChange(value ? `${value} cm` : null)} />;
  }
  const [feet, inches] = cm === null ? [null, null] : feetAndInches(cm);
  const set = (ft: number | null, inch: number | null) => onChange(ft === null ? null : `${ft} ft ${inch ?? 0} in`);
  return (
    <>
      <Amount label="Height, feet" value={feet} start={5} most={8} suffix="ft" onChange={(value) => set(value && Math.round(value), inches)} />
      <Amount label="and inches" value={inches} step={0.5} most={11.5} suffix="in" onChange={(value) => set(feet ?? 5, value)} />
    </>
  );
}
