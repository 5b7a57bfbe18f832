/** One picture of a figure, apart from the page's own style so that neither changes the other. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import { readPicture, styleFor } from "./drawing";

interface DrawingProps {
  svg: string;
  /** "paused" stands where it is, "still" shows start and end at once. */
  motion: "moves" | "paused" | "still";
}

const FRAME = ":host{display:block}svg{display:block;width:100%;height:auto;max-height:inherit}:host([data-paused]) *{animation-play-state:paused!important}";

export function Drawing({ svg, motion }: DrawingProps) {
  const host = useRef<HTMLDivElement>(null);
  const picture = useMemo(() => readPicture(svg), [svg]);
  useEffect(() => {
    const root = host.current && (host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" }));
    if (root) root.replaceChildren(...(picture ? [picture.nodes] : []));
  }, [picture]);
  useEffect(() => {
    const root = host.current?.shadowRoot;
    if (!root || !picture) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(FRAME + styleFor(picture.css, motion !== "still"));
    root.adoptedStyleSheets = [sheet];
  }, [picture, motion === "still"]);
  return <div ref={host} class="figure-drawing" data-paused={motion === "paused" ? "" : undefined} />;
}
