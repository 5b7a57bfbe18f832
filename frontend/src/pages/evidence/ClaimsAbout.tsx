/** What is said about an exercise, each claim with its grade and a way to what was found. */

import { Card } from "../../ui";
import { useAnswer } from "../use-answer";
import { GradeMark } from "./GradeMark";
import { GRADE_NAMES, type Register, byGrade } from "./register";
import "./evidence.css";

export function ClaimsAbout({ exercise }: { exercise: string }) {
  const { data } = useAnswer<Register>(`/evidence?exercise=${encodeURIComponent(exercise)}`);
  const claims = data ? byGrade(data, "").flatMap((group) => group.claims) : [];
  if (claims.length === 0) return null;
  return (
    <Card title="What holds up">
      <ul class="rows">
        {claims.map(({ id, claim, grade, in_short }) => (
          <li key={id}>
            <a class="row quiet-link" href={`/evidence#${id}`}>
              <GradeMark grade={grade} />
              <span class="grow">
                <b>{claim}</b>
                <small class="soft">
                  {GRADE_NAMES[grade]}. {in_short}
                </small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
