import { Select } from "@/components/ui/select"
import { count } from "@/lib/reports/words"
import { sayEffort } from "@/lib/work/effort"
import type { Carried } from "@/lib/work/report-model"
import type { SprintView } from "@/lib/work/sprint"

type CarriedOverProps = {
  carried: readonly Carried[]
  isRunning: boolean
  targetOf: (each: Carried) => string | null
  /** All other sprints, to say where work went. */
  targets: readonly SprintView[]
  /** Those that take work. */
  open: readonly SprintView[]
  onChange: (itemId: string, target: string | null) => void
  left: number
}

const BACKLOG = "backlog"

/** Unfinished work, why, and where it goes; each line by itself. */
export function CarriedOver({ carried, isRunning, targetOf, targets, open, onChange, left }: CarriedOverProps) {
  const nameOf = (id: string | null) => targets.find((each) => each.id === id)?.name ?? "Backlog"
  const options = [...open.map(({ id, name }) => ({ value: id, label: name })), { value: BACKLOG, label: "Backlog" }]
  return (
    <section aria-label="Carried over" className="px-5 py-3 max-md:px-4">
      <h2 className="mb-1 flex items-baseline gap-2">
        <span className="font-semibold">{isRunning ? "Open" : "Carried over"}</span>
        <span className="font-normal text-ink-3 text-meta">
          {count(carried.length, "item")}, {sayEffort(left)} left
        </span>
      </h2>
      {carried.length === 0 ? (
        <p className="text-ink-3 text-meta">Nothing is left over.</p>
      ) : (
        <table className="w-full table-fixed">
          <thead className="text-left text-ink-2 text-meta">
            <tr className="h-(--row) border-line border-b">
              <th className="w-12 font-normal">No.</th>
              <th className="font-normal">Name</th>
              <th className="w-40 font-normal max-md:hidden">Why</th>
              <th className="w-14 text-right font-normal">Left</th>
              <th className="w-32 pl-3 font-normal">Goes to</th>
            </tr>
          </thead>
          <tbody>
            {carried.map((each) => (
              <tr key={each.itemId} className="h-(--row) border-line border-b">
                <td className="text-ink-3">{each.itemNumber}</td>
                <td className="truncate">{each.title}</td>
                <td className="truncate text-ink-2 max-md:hidden" title={each.why}>
                  {each.why}
                </td>
                <td className="text-right">{sayEffort(each.left)}</td>
                <td className="pl-3">
                  {isRunning ? (
                    <Select
                      label={`Where ${each.title} goes`}
                      hideLabel
                      look="bare"
                      value={targetOf(each) ?? BACKLOG}
                      options={options}
                      onChange={(value) => onChange(each.itemId, value === BACKLOG ? null : value)}
                    />
                  ) : (
                    nameOf(targetOf(each))
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
