import type { GateFigures } from "@/lib/reports/views"

/** A gate's diamond in the language of the bars: solid is passed, softly filled is reported, empty is ahead. */
export function GateMark({ state }: { state: GateFigures["state"] }) {
  const fill = { passed: "var(--accent)", reported: "var(--accent-soft)", ahead: "none" }[state]
  return (
    <svg
      aria-hidden="true"
      data-mark=""
      width="10"
      height="10"
      viewBox="0 0 10 10"
      className="flex-none overflow-visible"
    >
      <path
        d="M5 .3L9.7 5 5 9.7.3 5z"
        fill={fill}
        stroke={state === "ahead" ? "var(--ink-3)" : "var(--accent)"}
        strokeWidth="1.3"
      />
    </svg>
  )
}
