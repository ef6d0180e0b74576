import { cn } from "@/components/ui/class-names"
import type { CapacityCell } from "@/lib/team/capacity"
import type { CapacityLine } from "@/lib/team/capacity-rows"
import { percentOf } from "@/lib/team/say-capacity"

export type CapacityUnit = "percent" | "days"

/** What a cell says in text. */
export function sayCell(kind: CapacityLine["kind"], cell: CapacityCell, unit: CapacityUnit): string {
  if (kind === "no-one") return cell.demand > 0 ? cell.demand.toFixed(1) : "·"
  if (kind === "hire") return cell.supply > 0 ? cell.supply.toFixed(1) : ""
  if (cell.supply === 0) return cell.demand > 0 ? cell.demand.toFixed(1) : "off"
  return unit === "percent" ? `${percentOf(cell)}` : cell.demand.toFixed(1)
}

const SOLID_FROM = 120

/** The look of a cell: grey to 100%, an amber edge where work does not fit, solid amber from 120%. */
export function cellLook({ kind, tentative }: CapacityLine, cell: CapacityCell): string {
  if (kind === "no-one")
    return cell.demand > 0
      ? "inset-ring inset-ring-needs-you bg-needs-you-wash text-needs-you font-semibold"
      : "text-ink-3"
  if (kind === "hire")
    return cell.supply === 0 ? "" : cn("bg-hover", tentative && "border border-dashed border-ink-3 bg-transparent")
  const percent = percentOf(cell)
  if (cell.over && (percent === null || percent >= SOLID_FROM)) return "bg-warn font-semibold text-surface"
  if (cell.over) return "bg-warn-wash font-semibold text-warn shadow-[inset_0_2px_0_var(--warn)]"
  if (percent === null) return "text-ink-3 bg-[repeating-linear-gradient(135deg,var(--line)_0_1px,transparent_1px_4px)]"
  if (percent > 85) return "bg-line-strong"
  if (percent === 0) return "bg-hover text-ink-3"
  return percent > 50 ? "bg-pressed" : "bg-hover text-ink-2"
}
