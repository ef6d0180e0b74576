import { grouped } from "@/lib/base/kernel/grouped"
import type { FactCounts } from "./contract"

/** `7 rows read: 4 taken, 0 the same as others, 3 set aside.` */
export function sayCounts({ read, taken, same, aside }: FactCounts): string {
  const left = aside.reduce((sum, { rows }) => sum + rows, 0)
  const rows = read === 1 ? "row" : "rows"
  return `${grouped(read)} ${rows} read: ${grouped(taken)} taken, ${grouped(same)} the same as others, ${grouped(left)} set aside.`
}
