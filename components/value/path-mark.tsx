import { cn } from "@/components/ui/class-names"
import { isBehind, type Standing } from "@/lib/value/kpi-line"
import { sayStanding } from "@/lib/value/say-value"

/** The line is the expected path, the dot the value: above is ahead, below behind. Words always follow. */
export function PathMark({ standing }: { standing: Standing }) {
  const behind = isBehind(standing)
  if (standing.kind === "unknown")
    return (
      <span className="flex items-center gap-1.5">
        <span aria-hidden className="w-3 text-center font-semibold text-warn">
          ?
        </span>
        {sayStanding(standing)}
      </span>
    )
  const height = behind ? 9 : standing.kind === "ahead" || standing.kind === "met" ? 3 : 6
  const line = behind ? 3 : standing.kind === "ahead" || standing.kind === "met" ? 9 : 6
  return (
    <span className={cn("flex items-center gap-1.5", behind ? "text-warn" : "text-ink")}>
      <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" className="flex-none">
        <line x1="0" x2="12" y1={line} y2={line} stroke="var(--ink-3)" />
        <circle cx="6" cy={height} r="2.5" fill={behind ? "var(--warn)" : "var(--accent)"} />
      </svg>
      <span className="truncate">{sayStanding(standing)}</span>
    </span>
  )
}
