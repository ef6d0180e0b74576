import type { GateTrack as Track } from "@/lib/reports/views"

/** A gate's planned day as a diamond, the tail of its forecast behind it, and its target as a tick; one scale for all gates. */
export function GateTrack({ track, isLate }: { track: Track; isLate: boolean }) {
  const { planned, until, target } = track
  return (
    <span aria-hidden="true" data-mark="" className="relative mr-2 ml-[5px] block h-3">
      <i
        className="absolute top-1 h-1 rounded-full bg-p80"
        style={{ left: `${planned}%`, width: `${Math.max(0, until - planned)}%` }}
      />
      {target === null ? null : (
        <i
          className={`absolute top-0 h-3 w-px -translate-x-1/2 ${isLate ? "bg-needs-you" : "bg-ink-3"}`}
          style={{ left: `${target}%` }}
        />
      )}
      <svg
        width="10"
        height="10"
        viewBox="0 0 10 10"
        className="absolute top-px -translate-x-1/2 overflow-visible"
        style={{ left: `${planned}%` }}
      >
        <title>Planned</title>
        <path d="M5 .3L9.7 5 5 9.7.3 5z" fill="var(--surface)" stroke="var(--ink-3)" strokeWidth="1.3" />
      </svg>
    </span>
  )
}
