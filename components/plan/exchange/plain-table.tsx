"use client"

import { type ReactNode, useState } from "react"
import { Button } from "@/components/ui/button"

type PlainTableProps = {
  readonly label: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ReactNode[])[]
  /** What is said where there are no rows. */
  readonly nothing: string
}

/** As many rows as are drawn at first. */
const AT_FIRST = 200

/** A table to read; long ones are shown in full when asked for. */
export function PlainTable({ label, columns, rows, nothing }: PlainTableProps) {
  const [all, setAll] = useState(false)
  if (rows.length === 0) return <p className="py-3 text-ink-2">{nothing}</p>
  const shown = all ? rows : rows.slice(0, AT_FIRST)
  return (
    <>
      <table aria-label={label} className="w-full border-collapse text-left max-md:block">
        <thead className="max-md:sr-only">
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="border-line border-b py-1.5 pr-4 font-medium text-ink-3 text-meta"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {shown.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a preview have no other name and never move
            <tr key={at} className="align-top max-md:block max-md:border-line max-md:border-b max-md:py-2">
              {row.map((cell, column) => (
                <td
                  key={columns[column]}
                  className="border-line border-b py-1.5 pr-4 max-md:block max-md:border-0 max-md:py-0.5 [&:first-child]:font-medium"
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length ? (
        <Button variant="quiet" className="mt-2" onClick={() => setAll(true)}>
          Show all {rows.length}
        </Button>
      ) : null}
    </>
  )
}
