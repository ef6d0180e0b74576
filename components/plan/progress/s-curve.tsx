"use client"

import { ChartFrame } from "@/components/chart/chart-frame"
import { LineChart } from "@/components/chart/line-chart"
import { useMedia } from "@/components/plan/roadmap/use-media"
import { sayDay } from "@/components/ui/day-text"
import { rounded } from "@/lib/base/kernel/rounded"
import type { ProgressView } from "@/lib/plan/quality/progress-contract"

type SCurveProps = {
  readonly earned: NonNullable<ProgressView["earned"]>
  readonly today: string
  readonly statusDay: string
  readonly baseline: string
}

const round = (value: number | null): number | null => (value === null ? null : rounded(value, 1))

/** What the baseline planned, what was earned by today, and where the plan of today leads. */
export function SCurve({ earned, today, statusDay, baseline }: SCurveProps) {
  const { curve } = earned
  const narrow = useMedia("(max-width: 699.9px)")
  const points = curve.map(({ day }) => sayDay(day, today))
  return (
    <div className="border-line border-t px-5 py-4 max-md:px-4">
      <ChartFrame
        title="Planned and earned"
        unit="baseline days"
        asOf={sayDay(statusDay, today)}
        data={{
          columns: ["Day", `Baseline ${baseline}`, "Earned", "Plan of today"],
          rows: curve.map(({ day, planned, earned: by, outlook }) => ({
            ...{ id: day, cells: [sayDay(day, today), round(planned), round(by), round(outlook)] },
          })),
        }}
      >
        <LineChart
          label={`By ${sayDay(statusDay, today)} the baseline planned ${rounded(earned.planned, 1)} days, and ${rounded(earned.earned, 1)} were earned`}
          points={points}
          width={narrow ? 420 : 1000}
          height={narrow ? 210 : 240}
          series={[
            { id: "planned", label: "baseline", values: curve.map(({ planned }) => planned), look: "other" },
            { id: "outlook", label: "plan of today", values: curve.map(({ outlook }) => outlook), look: "plan" },
            { id: "earned", label: "earned", values: curve.map((point) => point.earned), look: "main" },
          ]}
        />
      </ChartFrame>
    </div>
  )
}
