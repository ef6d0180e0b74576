import { GateMark } from "@/components/reports/gate-mark"
import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import { fixed } from "@/lib/base/kernel/rounded"
import type { DraftPhase } from "@/lib/reports/draft-plan"

const cell = "h-[30px] px-2 first:pl-5 last:pr-5 max-md:first:pl-4 max-md:last:pr-4"
const head = `${cell} text-left font-normal text-ink-3 text-meta`

/** The phases with the length that the plan gives them, beside the usual one, and the days of their gates. */
export function DraftPhases({ phases, today }: { phases: readonly DraftPhase[]; today: Day }) {
  return (
    <table className="w-full border-collapse border-line border-y">
      <caption className="sr-only">Planned phases and gates</caption>
      <thead>
        <tr>
          <th className={head}>Phase</th>
          <th className={`${head} max-sm:hidden`}>Planned</th>
          <th className={`${head} text-right`}>Weeks</th>
          <th className={`${head} text-right max-sm:hidden`}>Typical</th>
          <th className={head}>Gate</th>
        </tr>
      </thead>
      <tbody>
        {phases.map(({ number, name, planned, usual, gate }) => (
          <tr key={number} className={planned ? "" : "text-ink-3"}>
            <td className={cell}>
              <span className="mr-2 text-ink-3 text-meta">{number}</span>
              {name}
            </td>
            <td className={`${cell} whitespace-nowrap text-ink-2 max-sm:hidden`}>
              {planned ? `${shortDay(planned.start, today)} – ${shortDay(planned.finish, today)}` : "excluded"}
            </td>
            <td className={`${cell} whitespace-nowrap text-right`}>{planned ? fixed(planned.weeks, 1) : "–"}</td>
            <td className={`${cell} whitespace-nowrap text-right text-ink-3 max-sm:hidden`}>
              {usual ? `${usual.from}–${usual.to}` : "ongoing"}
            </td>
            <td className={`${cell} whitespace-nowrap`}>
              {gate ? (
                <span className="flex items-center gap-1.5">
                  <GateMark state="ahead" />
                  {shortDay(gate.day, today)}
                </span>
              ) : (
                <span className="text-ink-3">–</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const shortDay = (day: Day, today: Day): string => sayDay(day, today).replace(/^(\d+ \w{3})\w*/, "$1")
