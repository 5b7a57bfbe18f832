/** The icons, drawn on a grid of 24 with strokes of 2. */

const PATHS = {
  today: "M5 4h14a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM3 9h18M8 2v4M16 2v4M9 15l2 2 4-4",
  plan: "M4 6h2M4 12h2M4 18h2M10 6h10M10 12h10M10 18h6",
  log: "M4 20V10M10 20V4M16 20v-7M22 20H2",
  body: "M12 5.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5 9.5c4.5-1.5 9.5-1.5 14 0M9.5 8.5v5l-2 9M14.5 8.5v5l2 9M10 15h4",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  close: "M6 6l12 12M18 6L6 18",
  back: "M15 5l-7 7 7 7",
  forward: "M9 5l7 7-7 7",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  check: "M4 12.5l5.5 5.5L20 7",
  undo: "M9 6L4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3",
  skip: "M6 5l8 7-8 7zM18 5v14",
  swap: "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
  note: "M5 3h10l5 5v13H5zM14 3v6h6M9 13h6M9 17h4",
  pain: "M12 3l10 18H2zM12 10v4M12 17.5h.01",
  play: "M7 4l13 8-13 8z",
  pause: "M8 5v14M16 5v14",
  stop: "M6 6h12v12H6z",
  timer: "M12 22a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 10v4l2.5 2M9 2h6M12 2v4",
  sound: "M4 9v6h4l5 4V5L8 9zM16.5 8.5a5 5 0 0 1 0 7M19 6a9 9 0 0 1 0 12",
  silent: "M4 9v6h4l5 4V5L8 9zM17 9l5 6M22 9l-5 6",
  metronome: "M8 3h8l4 18H4zM6 15h12M12 15l5-9",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6",
  edit: "M4 20l1-5L16 4l4 4L9 19zM13 7l4 4",
  upload: "M12 16V4M7 9l5-5 5 5M4 16v4h16v-4",
  download: "M12 4v12M7 11l5 5 5-5M4 16v4h16v-4",
  settings: "M4 7h10M18 7h2M4 17h2M10 17h10M16 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  walk: "M13 5.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 9l-3 5 4 3v6M9 14l-3 8M12 9l4 4h3M12 9L8 10l-1 4",
  run: "M15 5.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM13.500 8L10 14l4 3-1 5.500M10 14l-1 3.500-5.500 1M13.500 8L9 7.500 6 11M13.500 8l3 4h4",
  partner: "M8 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 20c0-4 2.5-6 6-6s6 2 6 6M17 11a2.5 2.5 0 1 0 0-5M17 14c3 0 5 2 5 5",
  offline: "M2 2l20 20M8.5 16.5a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 4-2.300M2 8.5a15 15 0 0 1 4-2.600M12 20h.01M11 5c4-.2 8 1.2 11 3.5M15 10.5a10 10 0 0 1 4 2",
  star: "M12 3l2.7 6 6.3.7-4.7 4.3 1.3 6.5L12 17.2 6.4 20.5 7.7 14 3 9.7 9.3 9z",
  camera: "M4 8h4l2-3h4l2 3h4v11H4zM12 17a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z",
  target: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h.01",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8h.01",
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  name: IconName;
  size?: number;
}

/** A picture beside words; hidden from readers, who have the words. */
export function Icon({ name, size = 24 }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={name === "more" || name === "list" ? 2.4 : 2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
