/** A figure's picture as nodes of the page: its style set by hand, as the page's policy lets no markup bring its own. */

/** Say of a media feature, such as prefers-color-scheme:dark, whether it holds. */
function decided(css: string, feature: string, value: string, holds: boolean): string {
  return css.replace(new RegExp(`\\(\\s*${feature}\\s*:\\s*${value}\\s*\\)`, "g"), holds ? " all " : " not all ");
}

const motion = (css: string, wanted: boolean): string =>
  decided(decided(css, "prefers-reduced-motion", "reduce", !wanted), "prefers-reduced-motion", "no-preference", wanted);

/**
 * The style of a picture, moving or still with its start and its end at once. What the device asks for decides only
 * which it is at first: who presses play has asked for motion. Light and dark are the app's, through its properties.
 */
export function styleFor(css: string, moves: boolean): string {
  return motion(decided(css, "prefers-color-scheme", "(?:dark|light)", false), moves);
}

export interface Picture {
  nodes: Node;
  css: string;
}

/** The style that a picture brings, and its markup without it. */
export function apart(svg: string): { markup: string; css: string } {
  const styles: string[] = [];
  const markup = svg.replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_, css: string) => {
    styles.push(css.replace(/<!\[CDATA\[|\]\]>/g, "").replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&"));
    return "";
  });
  return { markup: markup.replaceAll(" style=\"", " data-style=\""), css: styles.join("\n") };
}

/** Take a picture apart into nodes and style; null if it is no picture. */
export function readPicture(svg: string): Picture | null {
  const { markup, css } = apart(svg);
  const root = document.importNode(new DOMParser().parseFromString(markup, "image/svg+xml").documentElement, true);
  if (!(root instanceof SVGSVGElement)) return null;
  for (const foreign of root.querySelectorAll("script, foreignObject")) foreign.remove();
  for (const drawn of root.querySelectorAll<SVGElement>("[data-style]")) drawn.style.cssText = drawn.dataset.style ?? "";
  return { nodes: root, css };
}
