/** A part of the profile that opens: its name, what it says now in a few words, and what is wrong in it. */

import type { ComponentChildren } from "preact";
import type { FieldProblem } from "../../api";
import type { Profile } from "../profile";

export interface EditorProps {
  profile: Profile;
  change: (change: Partial<Profile>) => void;
  problems: readonly FieldProblem[];
}

interface SectionProps {
  title: string;
  now: string;
  fields: readonly string[];
  problems: readonly FieldProblem[];
  children: ComponentChildren;
}

export function Section({ title, now, fields, problems, children }: SectionProps) {
  const mine = problems.filter(({ field }) => fields.some((name) => field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`)));
  return (
    <details class="card section" open={mine.length > 0 || undefined}>
      <summary>
        <h2>{title}</h2>
        <span class="soft">{now}</span>
      </summary>
      <div class="stack">
        {mine.map(({ field, message }) => (
          <p key={field + message} class="problem">
            {field}: {message}
          </p>
        ))}
        {children}
      </div>
    </details>
  );
}
