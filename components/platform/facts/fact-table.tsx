import { cn } from "@/components/ui/class-names"
import { grouped } from "@/lib/base/kernel/grouped"
import { rounded } from "@/lib/base/kernel/rounded"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import type { FactView } from "@/lib/platform/facts/contract"
import { sayMoment } from "@/lib/reports/words"

type FactTableProps = { label: string; facts: readonly FactView[]; roadmap: RoadmapView; nothing: string }

const head = "border-line border-b py-1.5 pr-4 text-left font-medium text-ink-3 text-meta last:pr-0"
const cell = "border-line border-b py-1.5 pr-4 align-top last:pr-0"
const number = "whitespace-nowrap text-right! tabular-nums"

/** Facts as they were measured: the metric, what it is of, its value over how many, and when it was true. */
export function FactTable({ label, facts, roadmap, nothing }: FactTableProps) {
  const { timeZone } = roadmap.programme
  if (facts.length === 0) return <p className="py-3 text-ink-2">{nothing}</p>
  return (
    <table aria-label={label} className="w-full border-collapse">
      <thead>
        <tr>
          <th scope="col" className={head}>
            Metric
          </th>
          <th scope="col" className={cn(head, number)}>
            Value
          </th>
          <th scope="col" className={cn(head, number)}>
            Over
          </th>
          <th scope="col" className={cn(head, "max-md:hidden")}>
            Where
          </th>
          <th scope="col" className={cn(head, "max-md:hidden")}>
            As of
          </th>
        </tr>
      </thead>
      <tbody>
        {facts.map(({ metric, dimension, workspace, region, asOf, value, n, reason }) => (
          <tr key={`${metric} ${workspace} ${dimension} ${region} ${asOf} ${value} ${n}`}>
            <td className={cn(cell, "break-words")}>
              {metric}
              {dimension && dimension !== workspace ? <span className="text-ink-2">, {dimension}</span> : null}
              {reason ? <span className="block text-ink-3 text-meta">{reason}</span> : null}
              <span className="hidden text-ink-3 text-meta max-md:block">
                {[workspace, region, ""].filter((part, place) => part || place === 2).join(", ")}
                {sayMoment(asOf, timeZone, roadmap.today)}
              </span>
            </td>
            <td className={cn(cell, number)}>{value === null ? "–" : String(rounded(value, 6))}</td>
            <td className={cn(cell, number, "text-ink-2")}>{n === null ? "–" : grouped(n)}</td>
            <td className={cn(cell, "break-words text-ink-2 max-md:hidden")}>
              {[workspace, region].filter(Boolean).join(", ") || "–"}
            </td>
            <td className={cn(cell, "whitespace-nowrap text-ink-2 max-md:hidden")}>
              {sayMoment(asOf, timeZone, roadmap.today)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
