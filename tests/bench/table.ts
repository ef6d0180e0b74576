import { cpus } from "node:os"

/** One line of the result: what was measured, and whether its goal was reached. */
export type Line = {
  readonly measure: string
  readonly ours: string
  readonly beside?: string
  readonly ratio?: string
  readonly goal?: string
  /** Left out where there is no goal, null where nothing could be measured. */
  readonly reached?: boolean | null
}

const HEADS = ["measure", "ours", "beside", "ratio", "goal", "reached"] as const

export function printTable(lines: readonly Line[]): void {
  const rows: readonly (readonly string[])[] = [HEADS, ...lines.map(cellsOf)]
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)))
  const [head = "", ...body] = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
  const rule = widths.map((width) => "-".repeat(width)).join("  ")
  console.info(`\n${[head, rule, ...body].map((line) => line.trimEnd()).join("\n")}`)
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"})`
  console.info(`\n${machine}, Node ${process.versions.node}, ${process.platform}`)
}

function cellsOf({ measure, ours, beside = "", ratio = "", goal = "", reached }: Line): readonly string[] {
  return [measure, ours, beside, ratio, goal, reached === undefined ? "" : wordOf(reached)]
}

/** One line alone, as soon as it is measured. */
export const printLine = (line: Line): void => console.info(`  ${cellsOf(line).filter(Boolean).join("  ")}`)

const wordOf = (reached: boolean | null): string => (reached === null ? "not measured" : reached ? "yes" : "NO")
