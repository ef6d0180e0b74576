"use client"

import { type ReactNode, useId, useState } from "react"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"

/** The chart's data as rows, for those who would rather read: the first column names the row. */
export type ChartData = {
  columns: readonly string[]
  rows: readonly { id: string; cells: readonly (string | number | null)[] }[]
}

type ChartFrameProps = {
  title: string
  /** What the numbers count: "working days", "active users". */
  unit: string
  /** When the data was taken: "18 Nov". */
  asOf: string
  data: ChartData
  /** The picture. */
  children: ReactNode
  className?: string
}

/** What every chart stands in: title, unit, "as of", and the same data as a table. */
export function ChartFrame({ title, unit, asOf, data, children, className }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <figure aria-labelledby={id} className={cn("min-w-0", className)}>
      <figcaption className="mb-2 flex items-start gap-x-2">
        <span className="min-w-0 flex-1 text-pretty leading-6">
          <span id={id} className="mr-2 font-semibold">
            {title}
          </span>
          <span className="text-ink-3 text-meta">
            {unit}, as of {asOf}
          </span>
        </span>
        <Button
          variant="quiet"
          size="small"
          className="-mr-2 print:hidden"
          aria-pressed={asTable}
          onClick={() => setAsTable((was) => !was)}
        >
          {asTable ? "As a chart" : "As a table"}
        </Button>
      </figcaption>
      {asTable ? <ChartTable title={title} data={data} /> : children}
    </figure>
  )
}

function ChartTable({ title, data }: { title: string; data: ChartData }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label={`${title}, as a table`} className="max-h-72 overflow-auto">
      <table className="w-full border-collapse">
        <thead>
          <tr className="h-[30px] border-line border-b text-left text-ink-3 text-meta">
            {data.columns.map((column, at) => (
              <th key={column} scope="col" className={cn("pr-4 font-normal", at > 0 && "text-right")}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id} className="h-row border-line border-b">
              {row.cells.map((cell, at) =>
                at === 0 ? (
                  <th key={data.columns[at]} scope="row" className="pr-4 text-left font-normal">
                    {cell}
                  </th>
                ) : (
                  <td key={data.columns[at]} className="pr-4 text-right">
                    {cell ?? "none"}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
