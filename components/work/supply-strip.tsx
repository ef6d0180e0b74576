import { sayEffort } from "@/lib/work/effort"
import type { PersonLoad } from "@/lib/work/plan-model"
import { tenths } from "@/lib/work/supply"

type SupplyStripProps = { loads: readonly PersonLoad[]; roleName: (key: string | null) => string }

/** What each person can give in the sprint and what it asks: the track is supply, the fill demand, what hangs over is too much. */
export function SupplyStrip({ loads, roleName }: SupplyStripProps) {
  const most = Math.max(1, ...loads.map(({ supply, demand }) => Math.max(supply, demand)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label="People of the sprint" className="flex-none overflow-x-auto border-line border-b">
      <ul aria-label="Supply and demand" className="flex">
        {loads.map((load) => (
          <li key={load.id} className="min-w-30 flex-1 border-line border-r px-4 py-2 last:border-r-0 first:pl-5">
            <div className="truncate text-ink-3 text-meta">{roleName(load.roleKey)}</div>
            <div className="truncate">{load.name}</div>
            <Track load={load} most={most} />
            <div className="text-meta">
              {load.demand.toFixed(1)} of {sayEffort(load.supply)}
            </div>
            <FreeWords free={load.free} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function FreeWords({ free }: { free: number }) {
  if (free < -0.05) return <div className="font-semibold text-meta text-warn">{sayEffort(tenths(-free))} over</div>
  return <div className="text-ink-3 text-meta">{free < 0.05 ? "full" : `${sayEffort(free)} free`}</div>
}

function Track({ load: { supply, demand }, most }: { load: PersonLoad; most: number }) {
  const percent = (days: number) => `${(100 * days) / most}%`
  return (
    <div className="relative my-1 h-1.5" data-mark="">
      <span
        className="absolute inset-y-0 left-0 rounded-full inset-ring inset-ring-line-strong"
        style={{ width: percent(supply) }}
      />
      <span
        className="absolute inset-y-0 left-0 rounded-full bg-ink-3"
        style={{ width: percent(Math.min(supply, demand)) }}
      />
      {demand > supply ? (
        <span
          className="absolute inset-y-0 border border-warn bg-[repeating-linear-gradient(135deg,var(--warn)_0_2px,transparent_2px_4px)]"
          style={{ left: percent(supply), width: percent(demand - supply) }}
        />
      ) : null}
    </div>
  )
}
