import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import type { Day } from "@/lib/base/kernel/day"
import type { KpiLine } from "@/lib/value/kpi-line"
import { sayShort, saySource, sayValue } from "@/lib/value/say-value"

export type Said = { readonly value: number | null }
type CheckInListProps = {
  lines: readonly KpiLine[]
  said: ReadonlyMap<string, Said>
  currentId: string | null
  onChoose: (at: number) => void
  today: Day
  currency: string
}

/** What is due, with what was said already; below 900 px the steps in the head stand for it. */
export function CheckInList({ lines, said, currentId, onChoose, today, currency }: CheckInListProps) {
  return (
    <nav aria-label="Due check-ins" className="w-[248px] flex-none overflow-y-auto border-line border-r max-lg:hidden">
      {lines.map((line, at) => {
        const done = said.get(line.id)
        const value = done ? done.value : (line.latest?.value ?? null)
        return (
          <button
            key={line.id}
            type="button"
            aria-current={line.id === currentId ? "step" : undefined}
            onClick={() => onChoose(at)}
            className={cn(
              "flex h-12 w-full items-center gap-2.5 border-line border-b px-5 text-left leading-[17px] hover:bg-hover",
              line.id === currentId && "bg-selected shadow-[inset_2px_0_0_var(--accent)] hover:bg-selected",
            )}
          >
            <span
              className={cn(
                "flex size-2.5 flex-none items-center justify-center rounded-full border",
                done ? "border-accent bg-accent text-accent-ink" : "border-ink-3",
              )}
            >
              {done ? <Icon name="check" size={8} /> : null}
            </span>
            <span className="min-w-0 flex-1">
              <span className={cn("block truncate", line.id === currentId && "font-semibold")}>{line.name}</span>
              <span
                className={cn(
                  "block truncate text-meta",
                  !done && line.due.state === "overdue" ? "text-needs-you" : "text-ink-3",
                )}
              >
                {done
                  ? "Saved"
                  : line.due.state === "overdue"
                    ? `Overdue, ${sayShort(line.due.dueDay, today)}`
                    : line.latest
                      ? `${saySource(line.latest.source)}, ${sayShort(line.latest.day, today)}`
                      : "no value yet"}
              </span>
            </span>
            <span className={done ? "" : "text-ink-3"}>
              {value === null ? "–" : sayValue(value, line.unit, currency)}
            </span>
          </button>
        )
      })}
    </nav>
  )
}

/** One dash a check-in: done, at, to come. */
export function Steps({ count, at, done }: { count: number; at: number; done: readonly boolean[] }) {
  if (count > 24) return null
  return (
    <span aria-hidden="true" className="flex items-center gap-1">
      {Array.from({ length: count }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps keep their places
          key={index}
          className={cn(
            "w-5 rounded-full max-md:w-3",
            index === at ? "h-2 bg-ink-2" : "h-1",
            index !== at && (done[index] ? "bg-ink-2" : "bg-line-strong"),
          )}
        />
      ))}
    </span>
  )
}
