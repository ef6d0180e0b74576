import { rounded } from "@/lib/base/kernel/rounded"
import { cn } from "./class-names"

type ClaimedProvedBarProps = {
  /** Percent 0 to 100 that people report; null when nothing is planned. */
  claimed: number | null
  /** Percent 0 to 100 of the applicable checks that are met; left out where no checks belong (a work item), null when there are none. */
  proved?: number | null
  /** Percent 0 to 100 where the plan says it should be today; left out when there is no plan. */
  planned?: number | null
  /** Names what it measures, for assistive technology: "Data ingestion". */
  label?: string
  className?: string
}

const clamp = (percent: number) => Math.min(100, Math.max(0, percent))

/** What the bar says in words, also the label of the picture. */
function claimedProvedSentence({ claimed, proved, planned, label }: ClaimedProvedBarProps): string {
  const parts = [
    claimed === null ? "nothing planned" : `claimed ${rounded(claimed)}%`,
    proved === undefined ? "" : proved === null ? "no checks" : `proved ${rounded(proved)}%`,
    planned === undefined || planned === null ? "" : `planned ${rounded(planned)}%`,
  ].filter(Boolean)
  return `${label ? `${label}: ` : ""}${parts.join(", ")}`
}

/**
 * The product's signature. Hollow (outlined, softly filled) is claimed, solid is proved, the tick is where the plan
 * says it should be. Solid means proved and nothing else.
 */
export function ClaimedProvedBar(props: ClaimedProvedBarProps) {
  const { claimed, proved, planned, className } = props
  const said = claimedProvedSentence(props)
  return (
    <span
      role="img"
      aria-label={said}
      title={said}
      data-mark=""
      className={cn("relative block h-1.5 min-w-14 rounded-full bg-hover inset-ring inset-ring-line", className)}
    >
      {claimed ? (
        <span
          className="absolute inset-y-0 left-0 rounded-full bg-accent-soft inset-ring inset-ring-accent/70"
          style={{ width: `${clamp(claimed)}%` }}
        />
      ) : null}
      {proved ? (
        <span className="absolute inset-y-0 left-0 rounded-full bg-accent" style={{ width: `${clamp(proved)}%` }} />
      ) : null}
      {planned === undefined || planned === null ? null : (
        <span
          className="absolute -inset-y-[3px] w-0.5 rounded-[1px] bg-ink/60"
          style={{ left: `calc(${clamp(planned)}% - 1px)` }}
        />
      )}
    </span>
  )
}

/** The key to the bar, once to a page. */
export function ClaimedProvedLegend({ className }: { className?: string }) {
  return (
    <span className={cn("flex items-center gap-3 text-meta text-ink-3", className)}>
      <span className="flex items-center gap-1.5">
        <i data-mark="" className="h-1.5 w-3 rounded-full bg-accent" /> proved
      </span>
      <span className="flex items-center gap-1.5">
        <i data-mark="" className="h-1.5 w-3 rounded-full bg-accent-soft inset-ring inset-ring-accent/70" /> claimed
      </span>
      <span className="flex items-center gap-1.5">
        <i data-mark="" className="h-3 w-0.5 rounded-[1px] bg-ink/60" /> planned
      </span>
    </span>
  )
}
