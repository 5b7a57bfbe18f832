/** The evidence register as the server tells it, and what the page makes of it. */

export type Grade = "supported" | "mixed" | "unsupported" | "contradicted" | "not-testable";

interface Finding {
  found: string;
  population: string | null;
  authors: string;
  year: number;
  journal: string;
  doi: string | null;
  checked: "paper" | "abstract" | "reference";
}

export interface Claim {
  id: string;
  claim: string;
  places: readonly { article: string; heading: string }[];
  grade: Grade;
  in_short: string;
  what_legday_does: string;
  topics: readonly string[];
  findings: readonly Finding[];
}

/** Names and criteria come with the claims, in the order they are shown in. */
export interface Register {
  grades: Record<Grade, string>;
  articles: Record<string, string>;
  topics: Record<string, string>;
  claims: readonly Claim[];
}

export const GRADE_NAMES: Record<Grade, string> = {
  supported: "Supported",
  mixed: "Mixed",
  unsupported: "Unsupported",
  contradicted: "Contradicted",
  "not-testable": "Not testable",
};

export const CHECKED: Record<Finding["checked"], string> = {
  paper: "held against the paper",
  abstract: "held against its abstract",
  reference: "taken from a reference that names it",
};

/** The claims of a topic, or all, by grade; grades without any are left out. */
export function byGrade({ grades, claims }: Register, topic: string): { grade: Grade; criterion: string; claims: readonly Claim[] }[] {
  const wanted = claims.filter(({ topics }) => topic === "" || topics.includes(topic));
  return (Object.entries(grades) as [Grade, string][])
    .map(([grade, criterion]) => ({ grade, criterion, claims: wanted.filter((claim) => claim.grade === grade) }))
    .filter(({ claims }) => claims.length > 0);
}
