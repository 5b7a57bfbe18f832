/** A small still of a figure with its start and its end at once, fetched when it comes near the screen. */

import { useEffect, useRef, useState } from "preact/hooks";
import { Drawing } from "./Drawing";
import { figurePath, useFigure } from "./figures";
import "./figure.css";

const NEAR = "240px";

interface StillProps {
  exercise: string;
  variant: string;
  /** Whether what it differs in is seen from the front. */
  front: boolean;
}

export function Still({ exercise, variant, front }: StillProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true), { rootMargin: NEAR });
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  const { figure } = useFigure(near ? figurePath(exercise, variant) : null);
  const view = figure?.views.find((one) => one.view === (front ? "front" : "side")) ?? figure?.views[0];
  return (
    <span ref={place} class="still" aria-hidden="true">
      {view && <Drawing svg={view.svg} motion="still" />}
    </span>
  );
}
