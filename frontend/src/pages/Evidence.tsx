/** What the articles claim about the body: each claim with its grade, what was found by whom, what legday does about it. */

import { useEffect, useState } from "preact/hooks";
import { Page } from "../ui";
import { GradeMark } from "./evidence/GradeMark";
import { byGrade, CHECKED, type Claim, GRADE_NAMES, type Register } from "./evidence/register";
import { Select } from "./fields";
import { Answered } from "./States";
import { useAnswer } from "./use-answer";
import "./evidence/evidence.css";

export default function Evidence() {
  const register = useAnswer<Register>("/evidence");
  return (
    <Page title="What holds up" back="/settings">
      <Answered asked={register} rows={6}>
        {(given) => <Claims register={given} />}
      </Answered>
    </Page>
  );
}

function Claims({ register }: { register: Register }) {
  const [topic, setTopic] = useState("");
  const [named] = useState(() => location.hash.slice(1));
  const groups = byGrade(register, topic);
  const topics = [{ value: "", label: "All topics" }, ...Object.entries(register.topics).map(([value, label]) => ({ value, label }))];
  useEffect(() => {
    if (named) document.getElementById(named)?.scrollIntoView({ block: "start" });
  }, [named]);
  return (
    <div class="claims">
      <p>
        The articles behind the methods say a lot about the body. Here is each claim beside what studies found. The methods stay as their authors wrote them;
        what is contradicted moves nothing else in your plan.
      </p>
      <Select label="Topic" options={topics} value={topic} onChange={setTopic} />
      {groups.map(({ grade, criterion, claims }) => (
        <section key={grade} class={`claim-group grade-${grade}`}>
          <h2>
            <GradeMark grade={grade} />
            {GRADE_NAMES[grade]} <span class="soft">{claims.length}</span>
          </h2>
          <p class="soft small">{criterion}</p>
          <ul>
            {claims.map((claim) => (
              <li key={claim.id}>
                <ClaimCard claim={claim} articles={register.articles} open={claim.id === named} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ClaimCard({ claim, articles, open }: { claim: Claim; articles: Record<string, string>; open: boolean }) {
  return (
    <details class="claim" id={claim.id} open={open || undefined}>
      <summary>
        <GradeMark grade={claim.grade} />
        <span>
          <b>{claim.claim}</b>
          <span class="in-short">
            <span class="visually-hidden">{GRADE_NAMES[claim.grade]}. </span>
            {claim.in_short}
          </span>
        </span>
      </summary>
      <div class="stack">
        {claim.findings.length > 0 && (
          <>
            <h3>What was found</h3>
            <ul class="findings">
              {claim.findings.map((finding) => (
                <li key={finding.found}>
                  <p>{finding.found}</p>
                  <p class="soft small">
                    {finding.population && `${finding.population[0]?.toUpperCase()}${finding.population.slice(1)}. `}
                    {finding.authors} {finding.year}, <cite>{finding.journal}</cite>
                    {finding.doi && (
                      <>
                        ,{" "}
                        <a href={`https://doi.org/${finding.doi}`} target="_blank" rel="noreferrer">
                          doi:{finding.doi}
                        </a>
                      </>
                    )}
                    ; {CHECKED[finding.checked]}.
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>What legday does</h3>
        <p>{claim.what_legday_does}</p>
        <p class="soft small">
          Claimed in{" "}
          {claim.places.map(({ article, heading }, at) => (
            <span key={article + heading}>
              {at > 0 && "; "}
              <b>{articles[article]}</b>, under “{heading}”
            </span>
          ))}
        </p>
      </div>
    </details>
  );
}
