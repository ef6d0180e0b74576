import { cn } from "@/components/ui/class-names"
import type { AssessmentView } from "@/lib/design/gaps/contract"
import { byDimension, type GapLine, heatCells, shadeOf, shortDimension } from "@/lib/design/gaps/lines"
import { mean } from "./gap-marks"

type HeatMapProps = {
  lines: readonly GapLine[]
  dimensions: AssessmentView["dimensions"]
  stages: readonly { readonly id: string; readonly number: number; readonly name: string }[]
  /** Opens the questions of a cell in the grid. */
  onOpen: (stageId: string, dimension: string) => void
}

const shades = ["bg-surface inset-ring inset-ring-line", "bg-ink/5", "bg-ink/10", "bg-ink/16", "bg-ink/24"] as const
const legend = ["none", "1 to 3", "4 to 6", "7 to 12", "13 and more"] as const

/** Where the gaps are: stage by dimension, the weighted gap in ink and in numbers, as-is and to-be below. */
export function HeatMap({ lines, dimensions, stages, onOpen }: HeatMapProps) {
  const cells = new Map(heatCells(lines, dimensions).map((cell) => [`${cell.stageId} ${cell.dimension}`, cell.figures]))
  const columns = byDimension(lines, dimensions)
  const sumOf = (own: readonly GapLine[]) => own.reduce((sum, { gap }) => sum + (gap ?? 0), 0)
  return (
    <div className="min-h-0 flex-1 overflow-auto px-5 py-2 max-md:px-4">
      <table className="w-full min-w-[1000px] table-fixed border-collapse">
        <caption className="sr-only">Weighted gap by stage and dimension</caption>
        <thead>
          <tr className="border-line border-b text-ink-3 text-meta">
            <th scope="col" className="w-[270px] text-left font-normal">
              Stage
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" title={name} className="px-0.5 pb-1.5 align-bottom font-normal leading-4">
                {shortDimension(name)}
              </th>
            ))}
            <th scope="col" className="w-12 pl-3 text-right font-normal">
              Gap
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.id} className="border-line border-b">
              <th scope="row" className="h-12 text-left font-normal">
                {stage.number} {stage.name}
              </th>
              {columns.map(({ id, name }) => {
                const figures = cells.get(`${stage.id} ${id}`)
                if (!figures) return <td key={id} />
                return (
                  <td key={id} className="p-0.5">
                    <button
                      type="button"
                      aria-label={`${stage.name}, ${name}: gap ${figures.gap ?? "not answered"}`}
                      onClick={() => onOpen(stage.id, id)}
                      className={cn(
                        "h-11 w-full rounded-sm leading-4 hover:outline hover:outline-line-field",
                        shades[shadeOf(figures.gap)],
                      )}
                    >
                      <b className="block font-semibold">{figures.gap ?? "–"}</b>
                      <span className="text-[11px]">
                        {mean(figures.asIs)} → {mean(figures.toBe)}
                      </span>
                    </button>
                  </td>
                )
              })}
              <td className="pl-3 text-right font-semibold">
                {sumOf(lines.filter(({ question }) => question.stageId === stage.id))}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="h-9 font-semibold">
            <th scope="row" className="text-left font-normal text-ink-3">
              Gap
            </th>
            {columns.map(({ id, figures }) => (
              <td key={id} className="text-center">
                {figures.gap ?? "–"}
              </td>
            ))}
            <td className="text-right">{sumOf(lines)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-ink-3 text-meta">
        Gap, weighted:
        {legend.map((word, at) => (
          <span key={word} className="flex items-center gap-1.5">
            <i data-mark="" className={cn("size-3.5 rounded-[3px]", shades[at])} />
            {word}
          </span>
        ))}
        <span className="ml-auto">Below each: as-is → to-be. Enter opens the questions of a cell.</span>
      </p>
    </div>
  )
}
