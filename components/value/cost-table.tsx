import { cn } from "@/components/ui/class-names"
import { sayAmount } from "@/lib/value/cost/say-cost"
import type { CostView } from "./cost-answer"

const none: Readonly<Record<string, string>> = {
  ...{ tag: "Untagged", product: "No product", workspace: "No workspace", sku: "No SKU" },
}
const head =
  "h-8 px-2.5 text-right font-normal text-ink-3 text-meta first:pl-5 first:text-left last:pr-5 max-md:first:pl-4"
const cell = "h-row px-2.5 text-right first:pl-5 first:text-left last:pr-5 max-md:first:pl-4"

/** What each part cost, its share, and its change on the same days of the month before; the parts add up to the total. */
export function CostTable({ cost: { rows, total }, by }: { cost: CostView; by: string }) {
  const all = Number(total)
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="border-line border-y">
          <th className={head}>Part</th>
          <th className={head}>Amount</th>
          <th className={cn(head, "w-[30%] text-left! max-md:hidden")}>Share</th>
          <th className={head}>Change</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, amount, before }) => {
          const share = all === 0 ? 0 : Number(amount) / all
          const change = Number(amount) - Number(before)
          return (
            <tr key={key ?? "none"} className="border-line border-b hover:bg-hover">
              <td className={cn(cell, "max-w-0 truncate", key === null && "text-warn")}>{key ?? none[by]}</td>
              <td className={cn(cell, "w-32 whitespace-nowrap font-semibold")}>{sayAmount(amount)}</td>
              <td className={cn(cell, "text-left max-md:hidden")}>
                <span className="flex items-center gap-2">
                  <span className="w-12 text-right text-ink-2 text-meta">{(share * 100).toFixed(1)}%</span>
                  <i
                    data-mark=""
                    className={cn("h-1.5 rounded-full", key === null ? "bg-warn" : "bg-ink-3")}
                    style={{ width: `${Math.max(0, share) * 100 * 0.7}%` }}
                  />
                </span>
              </td>
              <td className={cn(cell, "w-32 whitespace-nowrap text-ink-2")}>
                {change > 0 ? "+" : ""}
                {sayAmount(change.toFixed(2))}
              </td>
            </tr>
          )
        })}
        <tr>
          <td className={cn(cell, "font-semibold")}>All</td>
          <td className={cn(cell, "font-semibold")}>{sayAmount(total)}</td>
          <td className="max-md:hidden" />
          <td />
        </tr>
      </tbody>
    </table>
  )
}
