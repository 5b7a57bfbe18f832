/** What the server tells about imports. */

export interface NameReport {
  mapped: { name: string; exercise: string; variant: string | null; how: string; sets: number }[];
  unsettled: { name: string; sets: number; candidates: string[] }[];
  other: { name: string; sets: number }[];
}

export interface Preview {
  format: string;
  rows: number;
  sets: number;
  other: Record<string, number>;
  listed: { line: number; reason: string }[];
  listed_count: number;
  unit: "kg" | "lb" | null;
  unit_basis: string;
  sessions: number;
  first: string | null;
  last: string | null;
  names: NameReport;
}

export interface Imported {
  preview: Preview;
  saved: { import_id: number; is_new: boolean; sessions_added: number; sessions_known: number; sets_added: number };
}

export interface PastImport {
  id: number;
  source: string;
  format: string;
  imported_at: string;
  rows: number;
  sets: number;
  listed: number;
}
