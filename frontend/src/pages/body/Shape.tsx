/** Ratios of the girths, and what measures of the body can't show. */

import { Card } from "../../ui";
import { dayAndMonth } from "../words";
import type { Ratio } from "./report";

const NAMES = { "waist-to-height": "Waist to height", "waist-to-hip": "Waist to hip" } as const;

export function Ratios({ ratios, hasHeight }: { ratios: readonly Ratio[]; hasHeight: boolean }) {
  if (ratios.length === 0) return null;
  return (
    <Card title="Ratios">
      <ul class="ratios">
        {ratios.map(({ name, value, date, sentence, source }) => (
          <li key={name}>
            <span>{NAMES[name]}</span>
            <b class="figures">{value.toFixed(2)}</b>
            <p>
              {sentence} <small class="soft">{dayAndMonth(date)}</small>
            </p>
            <small class="soft">{source}</small>
          </li>
        ))}
      </ul>
      {!hasHeight && (
        <p class="soft small">
          With your height in the <a href="/settings">profile</a> you also see waist to height.
        </p>
      )}
      <p class="soft small">These numbers sort large groups of people by risk. They are no diagnosis of anybody.</p>
    </Card>
  );
}

export function Limits() {
  return (
    <Card title="What this can and can’t show" class="limits">
      <ul class="lines">
        <li>A trend over weeks shows whether you lose, gain or hold. A single morning shows mostly water.</li>
        <li>A tape shows where girth changes. Readings by the same hand differ; a change smaller than that may be none.</li>
        <li>A thigh that grows can be muscle, fat or a workout of yesterday. The tape can’t tell; strength and body fat beside it help.</li>
        <li>
          What you train does not choose where fat goes from: over 13 studies, the trained limb lost no more of it than the other. So this
          page shows where girth changes, and promises nothing.
        </li>
        <li>Nothing here is a diagnosis. Weight that changes without a reason, or swelling of one leg, belongs before a doctor.</li>
      </ul>
      <details class="more">
        <summary>Where that comes from</summary>
        <ul class="lines small soft">
          <li>Fat and the trained limb: Ramírez-Campillo et al. 2022, Human Movement 23(3):1–14; 2013, doi:10.1519/JSC.0b013e31827e8681</li>
          <li>Fat and the trained abdomen: Vispute et al. 2011, doi:10.1519/JSC.0b013e3181fb4a46</li>
          <li>Error of the tape: Ulijaszek &amp; Kerr 1999, doi:10.1017/S0007114599001348; Barrios et al. 2016, doi:10.1186/s12874-016-0150-2</li>
          <li>How to measure waist and hip: WHO, Waist circumference and waist–hip ratio, 2008</li>
        </ul>
      </details>
    </Card>
  );
}
