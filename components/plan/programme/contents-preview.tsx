"use client"

import { useMemo } from "react"
import { InlineNotice } from "@/components/ui/inline-notice"
import { type Day, isDay } from "@/lib/base/kernel/day"
import type { ReleaseOutline } from "@/lib/pack/outline"
import { contentsOf, type LeftOut } from "@/lib/plan/roadmap/preview"
import { draftPlan } from "@/lib/reports/draft-plan"
import { count } from "@/lib/reports/words"
import type { HolidayRow } from "./draft"
import { DraftPhases } from "./draft-phases"
import { PartTree } from "./part-tree"

type ContentsPreviewProps = {
  outline: ReleaseOutline
  leftOut: LeftOut
  onChange: (leftOut: LeftOut) => void
  weekend: readonly number[]
  holidays: readonly HolidayRow[]
  startDay: string
  today: Day
  error: string | undefined
}

/** What the programme will contain and when it is planned, as it is being chosen. */
export function ContentsPreview(props: ContentsPreviewProps) {
  const { outline, leftOut, onChange, weekend, holidays, startDay, today, error } = props
  const contents = useMemo(() => contentsOf(outline, leftOut), [outline, leftOut])
  const plan = useMemo(() => {
    const days = holidays.flatMap(({ day }) => (isDay(day) ? [day] : []))
    return isDay(startDay)
      ? draftPlan({ outline, leftOut, calendar: { weekend, holidays: days }, startDay, today })
      : null
  }, [outline, leftOut, weekend, holidays, startDay, today])
  const words = [
    count(contents.stages, "stage"),
    count(contents.workstreams, "workstream"),
    count(contents.activities, "activity", "activities"),
    count(contents.checks, "check"),
  ]
  return (
    <section
      aria-label="Programme contents"
      className="border-line border-l bg-sunken max-lg:border-t max-lg:border-l-0"
    >
      <div className="sticky top-0 z-10 bg-sunken max-lg:static">
        <div className="px-5 pt-4 pb-3 max-md:px-4">
          <h2>Programme contents</h2>
          <p aria-live="polite" className="mt-0.5 text-ink-2">
            {contents.activities === 0 ? "Nothing selected." : words.join(", ")}
          </p>
          {error ? <InlineNotice className="mt-2">{error}</InlineNotice> : null}
        </div>
        {plan?.ok ? (
          <DraftPhases phases={plan.value.phases} today={today} />
        ) : (
          <NoPlan reason={plan?.refusal ?? null} />
        )}
      </div>
      <PartTree outline={outline} leftOut={leftOut} onChange={onChange} />
    </section>
  )
}

const NoPlan = ({ reason }: { reason: "no-working-weekday" | "no-plan" | null }) => (
  <p className="px-5 pb-3 text-ink-2 max-md:px-4">
    {reason === "no-working-weekday"
      ? "Choose at least one working day to see dates."
      : reason === "no-plan"
        ? "No dates can be calculated from this start."
        : "Choose a start date to see dates."}
  </p>
)
