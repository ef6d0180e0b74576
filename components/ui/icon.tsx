/** Strokes on a 16 px grid, 1.5 px wide, drawn for this product. */
const paths = {
  overview: "M2.5 8h11M8 2.5v11",
  inbox: "M2.5 9.5h3l1 1.8h3l1-1.8h3M2.5 9.5v3.8h11V9.5L11.4 3H4.6z",
  roadmap: "M2 4h8M4.5 8h9M3 12h6",
  "use-cases": "M8 1.8l5.4 3.1v6.2L8 14.2l-5.4-3.1V4.9z",
  architecture: "M2 2.5h5v4.5H2zM9 9h5v4.5H9zM7 4.7h4.5V9",
  work: "M3 4h10M3 8h10M3 12h6",
  people: "M8 7.6a2.8 2.8 0 100-5.6 2.8 2.8 0 000 5.6zM2.6 14c.7-3.4 10.1-3.4 10.8 0",
  assurance: "M8 1.8l5 2v4.1c0 3-2.1 5.1-5 6.3-2.9-1.2-5-3.3-5-6.3V3.8zM5.8 8l1.6 1.6 3-3.4",
  value: "M2 12.5l3.8-5 3 2.8L14 3.5",
  reports: "M4 1.8h5.5L12.5 5v9.2H4zM6.3 8h4M6.3 11h4",
  settings:
    "M8 10.2a2.2 2.2 0 100-4.4 2.2 2.2 0 000 4.4zM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4",
  search: "M7 11.8a4.8 4.8 0 100-9.6 4.8 4.8 0 000 9.6zM10.5 10.5L14 14",
  plus: "M8 3v10M3 8h10",
  minus: "M3.5 8h9",
  close: "M4 4l8 8M12 4l-8 8",
  check: "M3 8.6l3.2 3.2L13 4.8",
  "chevron-down": "M4.5 6.3L8 9.8l3.5-3.5",
  "chevron-right": "M6.3 4.5L9.8 8l-3.5 3.5",
  "chevron-left": "M9.7 4.5L6.2 8l3.5 3.5",
  "chevrons-up-down": "M5 6.2L8 3.4l3 2.8M5 9.8l3 2.8 3-2.8",
  "arrow-up": "M8 13V3.2M4 7l4-4 4 4",
  "arrow-down": "M8 3v9.8M4 9l4 4 4-4",
  "arrow-right": "M3 8h9.8M9 4l4 4-4 4",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  columns: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
  calendar: "M2.5 3.5h11v10h-11zM2.5 6.6h11M5.5 2v3M10.5 2v3",
  comment: "M2.5 3h11v7.8H7.2L4.4 13.4v-2.6H2.5z",
  link: "M6.8 9.2l2.4-2.4M7.4 4.9l1.4-1.4a2.6 2.6 0 013.7 3.7l-1.4 1.4M8.6 11.1l-1.4 1.4a2.6 2.6 0 01-3.7-3.7l1.4-1.4",
  external: "M6.5 3.5H3v9.5h9.5V9.5M9.5 2.8h3.7v3.7M13 3L7.5 8.5",
  lock: "M4 7.2h8v6H4zM5.6 7V5.2a2.4 2.4 0 014.8 0V7",
  warning: "M8 2.2l6.2 11.3H1.8zM8 6.6v3.2M8 11.7v.1",
  info: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 7.4V11M8 5v.1",
  undo: "M5.5 3.2L2.8 6l2.7 2.8M3 6h6.2a3.6 3.6 0 010 7.2H6",
  trash: "M3 4.5h10M6.2 4.3V2.8h3.6v1.5M4.3 4.8l.6 8.5h6.2l.6-8.5",
  edit: "M3 13l.7-2.9 7-7 2.2 2.2-7 7z",
  copy: "M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1",
  download: "M8 2.5v7.7M4.7 7.2L8 10.5l3.3-3.3M2.8 13.3h10.4",
  keyboard: "M1.8 4h12.4v8H1.8zM4.4 6.6h.01M7 6.6h.01M9.6 6.6h.01M12 6.6h.01M5 9.6h6",
  sun: "M8 10.8a2.8 2.8 0 100-5.6 2.8 2.8 0 000 5.6zM8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M12.5 3.5l-.8.8M4.3 11.7l-.8.8",
  moon: "M13 9.6A5.4 5.4 0 016.4 3a5.4 5.4 0 106.6 6.6z",
  screen: "M2 3h12v8H2zM5.5 13.5h5",
  "sign-out": "M6 2.8H3v10.4h3M6.8 8H14M11 5l3 3-3 3",
  user: "M8 7.6a2.8 2.8 0 100-5.6 2.8 2.8 0 000 5.6zM2.6 14c.7-3.4 10.1-3.4 10.8 0",
  history: "M2.8 8a5.2 5.2 0 105.2-5.2A5.4 5.4 0 003.4 5.6M3 2.8v3h3M8 5v3.2l2.2 1.4",
  grip: "M6 3.5h.01M10 3.5h.01M6 8h.01M10 8h.01M6 12.5h.01M10 12.5h.01",
  flag: "M3.5 14V2.5h8.8L10.2 6l2.1 3.5H3.5",
} as const

export type IconName = keyof typeof paths

type IconProps = {
  name: IconName
  /** Pixels; 16 unless told. */
  size?: number
  className?: string | undefined
}

/** A decorative stroke icon: hidden from assistive technology, so a word or an `aria-label` must stand beside it. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={dotted.has(name) ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: "none" }}
    >
      <path d={paths[name]} />
    </svg>
  )
}

const dotted: ReadonlySet<IconName> = new Set(["more", "grip"])
