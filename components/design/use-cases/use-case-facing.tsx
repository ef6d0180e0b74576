import { cn } from "@/components/ui/class-names"
import type { Day } from "@/lib/base/kernel/day"
import type { RankedLine } from "@/lib/design/use-cases/lines"
import type { UseCaseStatus } from "@/lib/design/use-cases/use-case"
import { PrerequisitesList } from "./prerequisites-list"
import { UseCaseMark } from "./use-case-marks"
import { type Moved, ValueMatrix } from "./value-matrix"

type UseCaseFacingProps = {
  lines: readonly RankedLine[]
  chosen: RankedLine | null
  today: Day
  /** It stands without the register. */
  alone: boolean
  onChoose: (id: string) => void
  onMove: ((moved: Moved) => void) | null
}
const legend: readonly UseCaseStatus[] = ["live", "in_build", "planned", "idea"]

/** The matrix of the same rows, and what the first or the chosen one waits for. */
export function UseCaseFacing({ lines, chosen, today, alone, onChoose, onMove }: UseCaseFacingProps) {
  const line = chosen ?? lines.find(({ status }) => status !== "live") ?? lines[0]
  if (!line) return null
  return (
    <section
      aria-label="Matrix"
      className={cn(
        "overflow-y-auto border-line border-l",
        alone ? "min-w-0 flex-1" : "w-[456px] flex-none max-lg:hidden",
      )}
    >
      <header className="flex flex-wrap items-center justify-between gap-x-4 px-5 pt-2">
        <h2 className="font-semibold">Value and effort</h2>
        <span className="flex gap-4 text-ink-2 text-meta">
          {legend.map((status) => (
            <UseCaseMark key={status} status={status} withWord />
          ))}
        </span>
      </header>
      <ValueMatrix {...{ lines, onChoose, onMove, chosen: chosen?.id ?? null }} />
      <div className="border-line border-t px-5 py-3">
        <h3 className="font-semibold">{line.name}</h3>
        {line.stability ? (
          <p className="mb-1 text-ink-2 text-meta">
            Rank {line.stability.rank}; in the top five in {Math.round(line.stability.topFive * 100)}% of weightings.
          </p>
        ) : (
          <p className="mb-1 text-ink-2 text-meta">Not ranked: a score is missing.</p>
        )}
        <PrerequisitesList {...{ line, today }} />
      </div>
    </section>
  )
}
