import { sayDay } from "@/components/ui/day-text"
import { StatusMark } from "@/components/ui/status-mark"
import type { Day } from "@/lib/base/kernel/day"
import type { RankedLine } from "@/lib/design/use-cases/lines"

/** What a use case waits for, and the earliest honest date with what it is made of. */
export function PrerequisitesList({ line, today }: { line: RankedLine; today: Day }) {
  const { waitsFor, earliest, ownDays, status } = line
  const own = ownDays === null ? "own work not estimated" : `then ${ownDays} working ${ownDays === 1 ? "day" : "days"}`
  return (
    <>
      <ul>
        {waitsFor.map(({ kind, id, name, isMet, day, basis }) => (
          <li key={`${kind}${id}`} className="flex min-h-8 items-center gap-2">
            <StatusMark kind={isMet ? "met" : "not_started"} withWord={false} word={isMet ? "There" : "Awaited"} />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="flex-none text-ink-2 text-meta">{basis}</span>
            <span className="w-20 flex-none text-right">
              {isMet ? "met" : day === null ? <span className="text-ink-2">Unknown</span> : sayDay(day, today)}
            </span>
          </li>
        ))}
        {waitsFor.length === 0 ? <li className="py-1 text-ink-2">No prerequisites are recorded.</li> : null}
      </ul>
      {status === "live" ? null : (
        <p className="mt-1 flex items-baseline justify-between gap-3 border-line border-t pt-2">
          <span>
            <strong className="font-semibold">Earliest honest date</strong>{" "}
            <span className="text-ink-2 text-meta">{own}</span>
          </span>
          <strong className="flex-none font-semibold">{earliest === null ? "Unknown" : sayDay(earliest, today)}</strong>
        </p>
      )}
    </>
  )
}
