import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import { type MarkKind, StatusMark } from "@/components/ui/status-mark"
import { fixed } from "@/lib/base/kernel/rounded"
import { likelihoodBand, type Severity, severityOf } from "@/lib/plan/risks/exposure"
import { type RegisterLine, type RegisterState, stateNames } from "@/lib/plan/risks/register"

const states: Record<RegisterState, MarkKind> = { open: "not_started", came_true: "blocked", closed: "dropped" }

/** Whether an entry is open, came true or is closed: a shape and a word. */
export const StateMark = ({ state }: { state: RegisterState }) => (
  <StatusMark kind={states[state]} word={stateNames[state]} className={state === "closed" ? "text-ink-3" : ""} />
)

export const severityNames: Readonly<Record<Severity, string>> = {
  low: "Low",
  medium: "Medium",
  high: "High",
  severe: "Severe",
}
const heights = [3, 5.5, 8, 10.5]
const levels: Readonly<Record<Severity, number>> = { low: 1, medium: 2, high: 3, severe: 4 }

/** Four bars, as many of them filled as it is severe. */
export function SeverityBars({ severity }: { severity: Severity }) {
  const filled = levels[severity]
  const tone = severity === "severe" ? "var(--needs-you)" : "var(--ink-2)"
  return (
    <svg
      role="img"
      aria-label={severityNames[severity]}
      width="15"
      height="11"
      viewBox="0 0 15 11"
      className="flex-none"
    >
      {heights.map((height, at) => (
        <rect
          key={height}
          x={at * 4}
          y={11 - height}
          width="2.75"
          height={height}
          rx="0.8"
          fill={at < filled ? tone : "var(--line-strong)"}
        />
      ))}
    </svg>
  )
}

export const severityOfLine = ({
  probability,
  impact,
}: Pick<RegisterLine, "probability" | "impact">): Severity | null =>
  probability === null || impact === null ? null : severityOf(likelihoodBand(probability), impact)

const trendWords = {
  worse: { word: "Worse than 30 days ago", icon: "arrow-up", tone: "text-needs-you" },
  better: { word: "Better than 30 days ago", icon: "arrow-down", tone: "text-good" },
} as const

/** Its exposure with how severe that is, and an arrow when it was another one 30 days ago. */
export function ExposureMark({ line }: { line: RegisterLine }) {
  const severity = severityOfLine(line)
  if (severity === null || line.exposure === null) return <span className="text-ink-3">–</span>
  const trend = line.trend === "steady" ? null : trendWords[line.trend]
  return (
    <span className="flex items-center gap-2">
      <SeverityBars severity={severity} />
      <span className="w-[22px]">{fixed(line.exposure, 1)}</span>
      {trend ? (
        <span role="img" aria-label={trend.word} title={trend.word} className={cn("inline-flex", trend.tone)}>
          <Icon name={trend.icon} size={12} />
        </span>
      ) : null}
    </span>
  )
}
