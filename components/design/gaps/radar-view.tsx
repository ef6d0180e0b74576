import { LevelRadar } from "@/components/chart/level-radar"
import type { Figures } from "@/lib/design/gaps/figures"
import { type GapGroup, shortDimension } from "@/lib/design/gaps/lines"
import { mean } from "./gap-marks"
import { Ladder, LadderKey } from "./ladder"

type RadarViewProps = { groups: readonly GapGroup[]; total: Figures; snapshot: string | null }

/** All dimensions at once, and the same as a table, the greatest gap first; below 700 px the table stands alone. */
export function RadarView({ groups, total, snapshot }: RadarViewProps) {
  const sides = groups.map(({ id, name, figures: { asIs, proved, toBe, before } }) => ({
    ...{ id, name: shortDimension(name), claimed: asIs, proved, wanted: toBe, before },
  }))
  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col">
      <div className="flex min-w-0 flex-1 flex-col p-4 pt-3 max-md:hidden">
        <LadderKey snapshot={snapshot} />
        <div className="min-h-0 flex-1">
          <LevelRadar label="Levels by dimension" sides={sides} most={4} compared={snapshot !== null} />
        </div>
      </div>
      <div className="w-[500px] overflow-auto border-line border-l max-lg:w-full max-lg:border-0">
        <table className="w-full border-collapse">
          <caption className="sr-only">Levels by dimension</caption>
          <thead>
            <tr className="h-[30px] border-line border-b text-left text-ink-3 text-meta">
              {["Dimension", "Levels", "As-is", "Proved", "To-be", "Gap"].map((head) => (
                <th key={head} scope="col" className="px-1.5 font-normal first:pl-5 last:pr-5 last:text-right">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups
              .toSorted((a, b) => (b.figures.gap ?? 0) - (a.figures.gap ?? 0))
              .map(({ id, name, figures }) => (
                <RadarRow key={id} name={name} figures={figures} />
              ))}
          </tbody>
          <tfoot className="text-ink-2">
            <RadarRow name={`${groups.length} dimensions, ${total.asked} questions`} figures={total} />
          </tfoot>
        </table>
      </div>
    </div>
  )
}

function RadarRow({ name, figures: { asIs, proved, toBe, before, gap } }: { name: string; figures: Figures }) {
  return (
    <tr className="h-row border-line border-b">
      <th scope="row" className="px-1.5 pl-5 text-left font-normal">
        {name}
      </th>
      <td className="px-1.5">
        <Ladder {...{ asIs, proved, toBe, before }} />
      </td>
      <td className="px-1.5">{mean(asIs)}</td>
      <td className="px-1.5">{mean(proved)}</td>
      <td className="px-1.5">{mean(toBe)}</td>
      <td className="px-1.5 pr-5 text-right font-semibold">{gap ?? "–"}</td>
    </tr>
  )
}
