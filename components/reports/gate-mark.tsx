import type { GateFigures } from "@/lib/reports/views"

/** A gate's diamond in the language of the bars: solid is passed (red: contradicted), softly filled is reported, empty is ahead. */
export function GateMark({ state }: { state: GateFigures["state"] }) {
  const fill = {
    passed: "var(--accent)",
    contradicted: "var(--needs-you)",
    reported: "var(--accent-soft)",
    ahead: "none",
  }[state]
  return (
    <svg
      aria-hidden="true"
      data-mark=""
      width="10"
      height="10"
      viewBox="0 0 10 10"
      className="flex-none overflow-visible"
    >
      <path d="M5 .3L9.7 5 5 9.7.3 5z" fill={fill} stroke={strokes[state]} strokeWidth="1.3" />
    </svg>
  )
}

const strokes: Record<GateFigures["state"], string> = {
  ...{ passed: "var(--accent)", contradicted: "var(--needs-you)", reported: "var(--accent)", ahead: "var(--ink-3)" },
}
