"use client"

import Link from "next/link"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { fixed, rounded } from "@/lib/base/kernel/rounded"
import type { ForecastView } from "@/lib/plan/forecast/views"
import { estimateText } from "@/lib/plan/roadmap/estimate-text"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { Part } from "./part"

type DriversProps = {
  readonly programmeId: string
  readonly forecast: ForecastView
  readonly items: readonly WorkItemView[]
  readonly onOpen: (itemId: string) => void
}

const FEW = 8

/** The work that decides the finish: how often it is critical, and how strongly its length moves the finish. */
export function Drivers({ programmeId, forecast, items, onOpen }: DriversProps) {
  const [all, setAll] = useState(false)
  const known = new Map(items.map((item) => [item.id, item]))
  const drivers = forecast.results.items.flatMap((each) => {
    const item = known.get(each.id)
    return item && (each.criticality > 0 || Math.abs(each.correlation ?? 0) >= 0.05) ? [{ ...each, item }] : []
  })
  const shown = all ? drivers.slice(0, 40) : drivers.slice(0, FEW)
  return (
    <Part
      title="What drives the finish"
      action={
        <Link
          href={`/programmes/${programmeId}/roadmap/timeline`}
          className="text-ink-2 text-meta underline decoration-1 underline-offset-2 hover:text-ink"
        >
          View on timeline
        </Link>
      }
    >
      {drivers.length === 0 ? (
        <p className="text-ink-2">No remaining work drives the finish.</p>
      ) : (
        <>
          <table className="w-full border-collapse">
            <thead>
              <tr className="h-[30px] border-line border-b text-left text-ink-3 text-meta">
                <th scope="col" className="font-normal">
                  Work
                </th>
                <th scope="col" className="w-[84px] text-right font-normal max-md:hidden">
                  Estimate
                </th>
                <th scope="col" className="w-[132px] pl-4 font-normal max-md:w-[92px]">
                  Critical in
                </th>
                <th scope="col" className="w-[84px] text-right font-normal max-md:w-[64px]">
                  Correlation
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ item, criticality, correlation }) => (
                <tr key={item.id} className="h-row border-line border-b">
                  <th scope="row" className="max-w-0 text-left font-normal">
                    <button
                      type="button"
                      className="block max-w-full truncate rounded-sm text-left decoration-1 underline-offset-2 hover:underline"
                      onClick={() => onOpen(item.id)}
                    >
                      {item.title}
                    </button>
                  </th>
                  <td className="text-right text-ink-2 max-md:hidden">{estimateText(item) || "none"}</td>
                  <td className="pl-4">
                    <Share value={criticality} />
                  </td>
                  <td className="text-right text-ink-2">{correlation === null ? "–" : fixed(correlation, 2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {drivers.length > FEW ? (
            <Button variant="quiet" size="small" className="mt-1.5 -ml-2" onClick={() => setAll((was) => !was)}>
              {all ? "Show fewer" : `Show ${Math.min(40, drivers.length)}`}
            </Button>
          ) : null}
        </>
      )}
    </Part>
  )
}

function Share({ value }: { value: number }) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden="true" className="h-1.5 flex-1 overflow-hidden rounded-full bg-hover max-md:hidden">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${value * 100}%` }} />
      </span>
      <span className="w-[38px] text-right max-md:w-full max-md:text-left">{rounded(value * 100)}%</span>
    </span>
  )
}
