import { cn } from "@/components/ui/class-names"

type Bar = {
  readonly id: string
  readonly label: string
  readonly value: number
  /** A tick across the bar, such as its budget. */
  readonly mark: number | null
  readonly current: boolean
  readonly said: string
}
type CostBarsProps = { title: string; unit: string; bars: readonly Bar[]; className?: string }

/** Upright bars with a tick for the budget; each says its amount. */
export function CostBars({ title, unit, bars, className }: CostBarsProps) {
  const most = Math.max(1, ...bars.flatMap(({ value, mark }) => [value, mark ?? 0]))
  const every = Math.ceil(bars.length / 12)
  return (
    <section aria-label={title} className={cn("px-5 pt-3 pb-2 max-md:px-4", className)}>
      <p className="mb-2 flex items-baseline gap-2">
        <span className="font-semibold">{title}</span>
        <span className="text-ink-3 text-meta">{unit}</span>
      </p>
      <ol className="flex h-[150px] items-end gap-[3px]">
        {bars.map(({ id, label, value, mark, current, said }, at) => (
          <li key={id} title={said} className="relative flex h-full min-w-0 flex-1 flex-col justify-end">
            <span className="sr-only">{said}</span>
            <span aria-hidden="true" className="relative block flex-1">
              <i
                data-mark=""
                className={cn(
                  "absolute inset-x-[12%] bottom-0 rounded-t-[2px]",
                  current ? "bg-ink-2" : "bg-line-strong",
                )}
                style={{ height: `${(Math.max(0, value) / most) * 100}%` }}
              />
              {mark === null ? null : (
                <i
                  data-mark=""
                  className="absolute inset-x-0 h-0.5 bg-ink"
                  style={{ bottom: `calc(${(mark / most) * 100}% - 1px)` }}
                />
              )}
            </span>
            <span
              aria-hidden="true"
              className="h-5 overflow-visible whitespace-nowrap text-center text-ink-3 text-tiny leading-5"
            >
              {at % every === 0 ? label : ""}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
