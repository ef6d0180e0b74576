"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"
import { sayDay } from "@/components/ui/day-text"
import type { Day } from "@/lib/base/kernel/day"
import type { ForecastRunView } from "@/lib/plan/forecast/views"
import { sayShift } from "./cause-words"
import { daysFrom } from "./moments"
import { Part } from "./part"
import type { ForecastGate } from "./use-forecast"

type RunHistoryProps = {
  readonly chosen: ForecastGate
  readonly runs: readonly ForecastRunView[]
  readonly percentages: boolean
  readonly today: Day
  readonly sayMoment: (instant: string) => string
  readonly sayPerson: (id: string | null) => string
  /** The run that the page shows. */
  readonly openId: string
  readonly onOpen: (runId: string) => void
}

const FEW = 6

/** All runs that were kept, the newest first, with what each said of the chosen gate. */
export function RunHistory(props: RunHistoryProps) {
  const { chosen, runs, percentages, today, sayMoment, sayPerson, openId, onOpen } = props
  const [all, setAll] = useState(false)
  const shown = all ? runs : runs.slice(0, FEW)
  const dayOf = (run: ForecastRunView | undefined) =>
    run?.gates.find(({ gateId }) => gateId === chosen.gate.id)?.[percentages ? "p80" : "p90"]
  return (
    <Part title="Runs" aside={`${runs.length} saved`}>
      <table className="w-full border-collapse">
        <thead>
          <tr className="h-[30px] border-line border-b text-left text-ink-3 text-meta">
            <th scope="col" className="font-normal">
              When
            </th>
            <th scope="col" className="w-[40%] font-normal max-md:hidden">
              By
            </th>
            <th scope="col" className="text-right font-normal">
              {percentages ? "P80" : "To"} of {chosen.gate.name}
            </th>
            <th scope="col" className="w-[72px] text-right font-normal">
              Moved
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((run, at) => {
            const [is, was] = [dayOf(run), dayOf(runs[at + 1])]
            return (
              <tr key={run.id} className={cn("h-row border-line border-b", run.id === openId && "bg-selected")}>
                <th scope="row" className="text-left font-normal">
                  <button
                    type="button"
                    aria-current={run.id === openId ? "true" : undefined}
                    onClick={() => onOpen(run.id)}
                    className="rounded-sm text-left decoration-1 underline-offset-2 hover:underline"
                  >
                    {sayMoment(run.at)}
                  </button>
                </th>
                <td className="max-w-0 truncate text-ink-2 max-md:hidden" title={run.reason ?? undefined}>
                  {sayPerson(run.byId)}
                  {run.reason ? <span className="text-ink-3 text-meta"> {run.reason.toLowerCase()}</span> : null}
                </td>
                <td className="text-right">{is ? sayDay(is, today) : "–"}</td>
                <td className="text-right text-ink-2">{is && was ? sayShift(daysFrom(was, is)) : "–"}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {runs.length > FEW ? (
        <Button variant="quiet" size="small" className="mt-1.5 -ml-2" onClick={() => setAll((was) => !was)}>
          {all ? "Show fewer" : `Show all ${runs.length}`}
        </Button>
      ) : null}
    </Part>
  )
}
