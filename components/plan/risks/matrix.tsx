"use client"

import { cn } from "@/components/ui/class-names"
import { type MatrixCell, matrixOf, type Severity } from "@/lib/plan/risks/exposure"
import type { RegisterLine } from "@/lib/plan/risks/register"
import { severityNames } from "./register-marks"

type MatrixProps = {
  readonly entries: readonly RegisterLine[]
  /** `likelihood-impact` of the chosen cell. */
  readonly chosen: string | null
  readonly onChoose: (cell: string | null) => void
}

const bands = ["", "to 10%", "to 30%", "to 50%", "to 70%", "over 70%"]
const grounds: Record<Severity, string> = {
  low: "bg-sunken",
  medium: "bg-hover",
  high: "bg-warn-wash",
  severe: "bg-needs-you-wash",
}

/** The name of a cell in the address. */
export const cellName = ({ likelihood, impact }: Pick<MatrixCell, "likelihood" | "impact">): string =>
  `${likelihood}-${impact}`

/** Probability by impact, five by five; a cell with entries chooses them. */
export function Matrix({ entries, chosen, onChoose }: MatrixProps) {
  const cells = matrixOf(entries)
  const numbers = new Map<string, number>(entries.map(({ id, number }) => [id, number]))
  const unplaced = entries.filter(({ probability, impact }) => probability === null || impact === null).length
  return (
    <section aria-label="Matrix" className="p-5 max-md:p-4">
      <table className="w-full table-fixed border-separate border-spacing-[3px]">
        <caption className="sr-only">Probability by impact</caption>
        <colgroup>
          <col style={{ width: 66 }} />
        </colgroup>
        <tbody>
          {[5, 4, 3, 2, 1].map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row" className="pr-1 whitespace-nowrap text-right font-normal text-ink-3 text-meta">
                {bands[likelihood]}
              </th>
              {cells
                .filter((cell) => cell.likelihood === likelihood)
                .map((cell) => (
                  <Cell
                    key={cell.impact}
                    cell={cell}
                    numbers={cell.entryIds.flatMap((id) => numbers.get(id) ?? [])}
                    isChosen={chosen === cellName(cell)}
                    onChoose={() => onChoose(chosen === cellName(cell) ? null : cellName(cell))}
                  />
                ))}
            </tr>
          ))}
          <tr>
            <td />
            {[1, 2, 3, 4, 5].map((impact) => (
              <th key={impact} scope="col" className="pt-1 font-normal text-ink-3 text-meta">
                {impact}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="mt-1 text-ink-3 text-meta">
        Probability upwards, impact to the right. {unplaced > 0 ? sayUnplaced(unplaced) : ""}
      </p>
    </section>
  )
}

const sayUnplaced = (count: number) =>
  count === 1 ? "One entry lacks one of them and is not here." : `${count} entries lack one of them and are not here.`

type CellProps = { cell: MatrixCell; numbers: readonly number[]; isChosen: boolean; onChoose: () => void }

function Cell({ cell, numbers, isChosen, onChoose }: CellProps) {
  const { severity, likelihood, impact } = cell
  const count = numbers.length
  if (count === 0) return <td className={cn("h-[52px] max-md:h-[38px] rounded-sm", grounds[severity])} />
  return (
    <td className="h-[52px] max-md:h-[38px] p-0">
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={`${severityNames[severity]}, probability ${bands[likelihood]}, impact ${impact}: ${count} ${count === 1 ? "entry" : "entries"}`}
        onClick={onChoose}
        className={cn(
          "flex size-full flex-col items-center justify-center rounded-sm border border-line-strong hover:border-ink-3 aria-pressed:border-2 aria-pressed:border-accent",
          grounds[severity],
        )}
      >
        <span className="px-1 font-medium">
          {count > 4 ? `${count} entries` : numbers.map((each) => `#${each}`).join(" ")}
        </span>
      </button>
    </td>
  )
}
