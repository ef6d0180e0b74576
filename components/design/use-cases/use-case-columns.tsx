import type { OwnColumns } from "@/components/records/record-columns"
import { sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import { earliestOf, type RankedLine } from "@/lib/design/use-cases/lines"
import { placeNames, type UseCaseLine } from "@/lib/design/use-cases/use-case"
import { RankRange, UseCaseMark } from "./use-case-marks"

const dash = <span className="text-ink-3">–</span>
const oneDecimal = (value: number | undefined) => value?.toFixed(1) ?? dash

/** What the register draws in its own way, with what is known of each line under the weights. */
export function registerColumns(ranked: ReadonlyMap<string, RankedLine>, today: Day): OwnColumns<UseCaseLine> {
  const all = [...ranked.values()].filter(({ stability }) => stability !== null).length
  const of = ({ id }: UseCaseLine) => ranked.get(id)
  return {
    cells: {
      name: (line) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="w-5 flex-none text-right text-ink-2 tabular-nums">{of(line)?.stability?.rank ?? "–"}</span>
          <UseCaseMark status={line.status} />
          <span className="truncate">{line.name}</span>
        </span>
      ),
      place: (line) => {
        const { place } = line
        const shownPlace = place ?? of(line)?.shownPlace
        return shownPlace ? (
          <span className={shownPlace === "mvp" ? "font-semibold" : ""} title={place ? "Set by hand" : "By the rule"}>
            {placeNames[shownPlace]}
            {place ? <span className="text-ink-2"> *</span> : null}
          </span>
        ) : (
          dash
        )
      },
    },
    after: {
      place: [
        {
          ...{ id: "value", header: "Value", width: 46, align: "end", showFrom: 380 },
          value: (line) => of(line)?.figures?.value ?? null,
          cell: (line) => oneDecimal(of(line)?.figures?.value),
        },
        {
          ...{ id: "effort", header: "Effort", width: 46, align: "end", showFrom: 380 },
          value: (line) => of(line)?.figures?.effort ?? null,
          cell: (line) => oneDecimal(of(line)?.figures?.effort),
        },
        {
          ...{ id: "range", header: "Rank range", width: 84, showFrom: 540 },
          value: (line) => of(line)?.stability?.rank ?? null,
          cell: (line) => <RankRange {...{ all, stability: of(line)?.stability ?? null }} />,
        },
        {
          ...{ id: "top", header: "Top 5", width: 52, align: "end", showFrom: 560 },
          value: (line) => of(line)?.stability?.topFive ?? null,
          cell: (line) => {
            const share = of(line)?.stability?.topFive
            return share === undefined ? dash : `${Math.round(share * 100)}%`
          },
        },
        {
          ...{ id: "earliest", header: "Earliest", width: 108 },
          value: (line) => earliestOf(line),
          cell: (line) => {
            const day = earliestOf(line)
            if (day === null) return <span className="text-ink-2">Unknown</span>
            return day === "live" ? <span className="text-ink-2">live</span> : sayDay(day, today)
          },
        },
      ],
    },
  }
}
