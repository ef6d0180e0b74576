import { Button } from "@/components/ui/button"
import { type CriterionView, type Side, sideNames } from "@/lib/design/use-cases/use-case"

type WeightsBandProps = {
  criteria: readonly CriterionView[]
  /** What was tried and not kept yet. */
  tried: ReadonlyMap<string, number>
  onTry: (id: string, weight: number) => void
  /** Null where weights cannot be kept. */
  onKeep: (() => void) | null
  onReset: () => void
}

/** The weights of each side as shares; changing one reorders at once, and nothing is written until it is kept. */
export function WeightsBand({ criteria, tried, onTry, onKeep, onReset }: WeightsBandProps) {
  const weightOf = (each: CriterionView) => tried.get(each.id) ?? each.weight
  const side = (of: Side) => {
    const own = criteria.filter((each) => each.side === of)
    const sum = own.reduce((all, each) => all + weightOf(each), 0)
    return (
      <div className="flex min-w-0 flex-wrap items-center gap-x-6 gap-y-2">
        <strong className="font-semibold">{sideNames[of]}</strong>
        {own.map((each) => (
          <label key={each.id} className="flex w-28 flex-col gap-1" title={each.meaning}>
            <span className="flex justify-between text-ink-2 text-meta">
              {each.name} <span>{sum === 0 ? "–" : `${Math.round((weightOf(each) / sum) * 100)}%`}</span>
            </span>
            <input
              type="range"
              aria-label={`Weight of ${each.name}`}
              min={0}
              max={100}
              step={5}
              value={weightOf(each)}
              onChange={(event) => onTry(each.id, Number(event.target.value))}
              className="h-4 w-full accent-(--accent)"
            />
          </label>
        ))}
      </div>
    )
  }
  return (
    <section
      aria-label="Weights"
      className="flex flex-none flex-wrap items-center gap-x-8 gap-y-3 border-line border-b bg-sunken px-5 py-2.5 max-md:px-4"
    >
      {side("value")}
      {side("effort")}
      {tried.size > 0 ? (
        <span className="ml-auto flex gap-2">
          {onKeep ? (
            <Button variant="primary" onClick={onKeep}>
              Save weights
            </Button>
          ) : null}
          <Button onClick={onReset}>Reset</Button>
        </span>
      ) : null}
    </section>
  )
}
