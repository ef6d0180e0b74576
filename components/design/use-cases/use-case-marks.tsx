import { type MarkKind, StatusMark } from "@/components/ui/status-mark"
import type { Stability } from "@/lib/design/use-cases/stability"
import { statusNames, type UseCaseStatus } from "@/lib/design/use-cases/use-case"

const shapes: Readonly<Record<UseCaseStatus, MarkKind>> = {
  ...{ idea: "not-due", assessed: "not-due", planned: "not_started", in_build: "in_progress", live: "met" },
  retired: "dropped",
}

/** The dot of a state: the same in the register and in the matrix. */
export const UseCaseMark = ({ status, withWord = false }: { status: UseCaseStatus; withWord?: boolean }) => (
  <StatusMark kind={shapes[status]} word={statusNames[status]} withWord={withWord} />
)

/** The band in which 80% of the weightings put it, and its rank today. */
export function RankRange({ stability, all }: { stability: Stability | null; all: number }) {
  if (!stability || all < 2) return <span className="text-ink-3">–</span>
  const at = (rank: number) => ((rank - 1) / (all - 1)) * 100
  const { rank, bandFrom, bandTo } = stability
  const label = `Rank ${rank}; 80% of weightings between ${bandFrom} and ${bandTo}`
  return (
    <span role="img" aria-label={label} title={label} className="relative block h-4 w-full">
      <span className="absolute inset-x-0 top-[7px] h-0.5 bg-line-strong" />
      <span
        className="absolute top-[5px] h-1.5 rounded-[1px] bg-accent-soft"
        style={{ left: `${at(bandFrom)}%`, width: `${Math.max(2, at(bandTo) - at(bandFrom))}%` }}
      />
      <span className="absolute top-0.5 h-3 w-0.5 bg-ink" style={{ left: `calc(${at(rank)}% - 1px)` }} />
    </span>
  )
}
