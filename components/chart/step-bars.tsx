import { cn } from "@/components/ui/class-names"

export type StepBar = {
  readonly id: string
  readonly name: string
  /** What this step adds; positive goes to the right. */
  readonly by: number
  readonly said: string
  /** Why, in a few words under the name. */
  readonly why?: string | null
}

type StepBarsProps = {
  readonly steps: readonly StepBar[]
  readonly total: { readonly name: string; readonly said: string }
}

/** Steps that add up to a whole, each bar beginning where the one before it ended. */
export function StepBars({ steps, total }: StepBarsProps) {
  const sum = steps.reduce((all, { by }) => all + by, 0)
  const stops = [0]
  for (const { by } of steps) stops.push((stops.at(-1) ?? 0) + by)
  const low = Math.min(...stops)
  const span = Math.max(...stops) - low || 1
  const at = (value: number) => ((value - low) / span) * 100
  return (
    <ol>
      {steps.map((step, index) => (
        <StepRow key={step.id} name={step.name} said={step.said} why={step.why ?? null}>
          <Bar
            from={at(stops[index] ?? 0)}
            to={at(stops[index + 1] ?? 0)}
            look={step.by > 0 ? "more" : "less"}
            zero={at(0)}
          />
        </StepRow>
      ))}
      <StepRow name={total.name} said={total.said} why={null} strong>
        <Bar from={at(0)} to={at(sum)} look="all" zero={at(0)} />
      </StepRow>
    </ol>
  )
}

type StepRowProps = { name: string; said: string; why: string | null; strong?: boolean; children: React.ReactNode }

function StepRow({ name, said, why, strong = false, children }: StepRowProps) {
  return (
    <li className={cn("border-line border-t py-1.5", strong && "font-semibold")}>
      <div className="grid grid-cols-[110px_minmax(0,1fr)_64px] items-center gap-x-3">
        <span>{name}</span>
        {children}
        <span className="text-right">{said}</span>
      </div>
      {why ? <p className="text-pretty text-ink-3 text-meta">{why}</p> : null}
    </li>
  )
}

const looks = { more: "var(--warn)", less: "var(--good)", all: "var(--ink-2)" } as const

function Bar({ from, to, look, zero }: { from: number; to: number; look: keyof typeof looks; zero: number }) {
  const left = Math.min(from, to)
  return (
    <svg aria-hidden="true" width="100%" height="20" className="block overflow-visible">
      <line x1={`${zero}%`} x2={`${zero}%`} y1="0" y2="20" stroke="var(--line-strong)" />
      {from === to ? null : (
        <rect x={`${left}%`} width={`${Math.abs(to - from)}%`} y="5" height="10" rx="2" fill={looks[look]} />
      )}
    </svg>
  )
}
