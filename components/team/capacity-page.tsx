"use client"

import Link from "next/link"
import { useRouter } from "next/navigation"
import { useMemo, useState } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { useWork, type Work } from "@/components/plan/roadmap/use-work"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useShortcut } from "@/components/shell/shortcuts"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { sayDay } from "@/components/ui/day-text"
import { EmptyState } from "@/components/ui/empty-state"
import { Kbd } from "@/components/ui/kbd"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { SkeletonRows } from "@/components/ui/skeleton"
import { addressesOf } from "@/lib/records/addresses"
import { getStaffing } from "@/lib/serve/api/generated/addresses"
import { type AllocationView, allocation } from "@/lib/team/allocation"
import { capacityOf, demandsOf } from "@/lib/team/capacity"
import { linesOf, partsOfCell } from "@/lib/team/capacity-rows"
import { daysOf, overAllocated, type Staffing } from "@/lib/team/person-days"
import { sayPeople, sayShortage, sayUnknown } from "@/lib/team/say-capacity"
import { hiresOf, peopleAllocated, workingDaysFrom } from "@/lib/team/staffing-model"
import { calendarOf } from "@/lib/work/plan-model"
import type { CapacityUnit } from "./capacity-cell"
import { CapacityDetail } from "./capacity-detail"
import { CapacityGrid, type CellPlace } from "./capacity-grid"
import { CapacityLegend } from "./capacity-legend"
import { PeopleTabs } from "./people-tabs"

/** Capacity: what the planned work asks of roles and people by week, against what they have. */
export function CapacityPage({ programmeId }: { programmeId: string }) {
  const answer = useWork(programmeId)
  const staffing = useAnswer(getStaffing, { programmeId })
  const allocations = useAnswer(addressesOf(allocation).list, { programmeId })
  if (answer.state === "ready" && staffing.data && allocations.data)
    return <Capacity {...{ work: answer.work, staffing: staffing.data, allocations: allocations.data.items }} />
  const failed = [staffing, allocations].find(({ error }) => error)
  const problem =
    answer.state === "refused" ? (answer.refusal?.detail ?? "This couldn't be loaded.") : failed?.error?.message
  const retry = () => (answer.state === "refused" ? answer.retry() : void failed?.refetch())
  return (
    <>
      <PageBar title="Capacity" tabs={<PeopleTabs programmeId={programmeId} current="/capacity" />} />
      <PageBody>
        {problem ? (
          <EmptyState action={<Button onClick={retry}>Try again</Button>}>{problem}</EmptyState>
        ) : (
          <SkeletonRows rows={12} label="Loading" />
        )}
      </PageBody>
    </>
  )
}

type CapacityProps = { work: Work; staffing: Staffing; allocations: readonly AllocationView[] }

function Capacity({ work, staffing, allocations }: CapacityProps) {
  const { programmeId, roadmap, items, plan } = work
  const [query, setQuery] = useQueryOfPage()
  const router = useRouter()
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [place, setPlace] = useState<CellPlace>({ line: "", week: 0 })
  const unit: CapacityUnit = query.get("unit") === "days" ? "days" : "percent"
  const weekCount = query.get("weeks") === "12" ? 12 : 26
  const tentative = query.get("tentative") !== "no"
  const calendar = useMemo(() => calendarOf(roadmap), [roadmap])
  const hires = useMemo(() => hiresOf(allocations, tentative), [allocations, tentative])
  const parts = useMemo(() => {
    if (!calendar || !plan) return null
    const dates = new Map([...plan.dates.items].map(([id, { start, finish }]) => [id, { start, finish }]))
    return { roadmap, items, dates, calendar }
  }, [roadmap, items, plan, calendar])
  const capacity = useMemo(
    () => (parts ? capacityOf({ ...parts, personDays: daysOf(staffing), hires, weekCount }) : null),
    [parts, staffing, hires, weekCount],
  )
  const demands = useMemo(() => (parts ? demandsOf(parts).demands : []), [parts])
  const allocate = `/programmes/${programmeId}/people/allocations`
  useShortcut("c", "Allocate someone", () => router.push(allocate))
  const tabs = <PeopleTabs programmeId={programmeId} current="/capacity" />
  if (!capacity || !calendar || capacity.roles.length === 0)
    return (
      <>
        <PageBar title="Capacity" tabs={tabs} />
        <PageBody>
          <EmptyState>
            {calendar
              ? "Nobody has a role yet, and no work has an effort; set them under Roles and in the backlog."
              : "No weekday is worked in this programme; change its working days under Settings."}
          </EmptyState>
        </PageBody>
      </>
    )
  const lines = linesOf(capacity, roadmap.today, opened)
  const line = lines.find(({ id }) => id === place.line) ?? lines[0]
  const current = { line: line?.id ?? "", week: Math.min(place.week, weekCount - 1) }
  const week = capacity.weeks[current.week]
  const nameOf = (id: string | null) => roadmap.people.find((each) => each.id === id)?.name ?? null
  const shortage = sayShortage(capacity, roadmap.today)
  const unknown = sayUnknown(capacity)
  const over = overAllocated(
    peopleAllocated(allocations, tentative),
    staffing,
    workingDaysFrom(calendar, roadmap.today, weekCount),
  )
  return (
    <>
      <PageBar
        title="Capacity"
        tabs={tabs}
        actions={
          <>
            <SegmentedControl
              label="Unit"
              value={unit}
              options={[
                { value: "percent", label: "Percent" },
                { value: "days", label: "Days" },
              ]}
              onChange={(value) => setQuery({ unit: value === "days" ? value : null })}
            />
            <SegmentedControl
              label="Weeks"
              value={`${weekCount}`}
              options={[
                { value: "12", label: "12 weeks" },
                { value: "26", label: "26 weeks" },
              ]}
              onChange={(value) => setQuery({ weeks: value === "12" ? value : null })}
            />
            <Button kbd="C" onClick={() => router.push(allocate)}>
              Allocate
            </Button>
          </>
        }
      />
      <PageBody>
        <div className="px-5 pt-4 pb-2 max-md:px-4">
          <p className="text-pretty text-lede tracking-[-0.01em]">
            {shortage ? <b className="font-semibold text-needs-you">{shortage} </b> : "All known work fits. "}
            {sayPeople(capacity)}
          </p>
          <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-ink-2 text-meta">
            <p className="flex flex-wrap items-center gap-x-3">
              <span>
                {unit === "percent" ? "% of supply" : "Person-days"}; supply is after 20% for support and meetings.{" "}
                {unknown}
              </span>
              {allocations.some(({ certainty }) => certainty === "tentative") ? (
                <Checkbox
                  label="Count tentative"
                  checked={tentative}
                  onChange={(counts) => setQuery({ tentative: counts ? null : "no" })}
                />
              ) : null}
            </p>
            <CapacityLegend />
          </div>
          {over.map(({ personId, from, share }) => (
            <p key={personId} className="mt-1 text-warn">
              {nameOf(personId)} is allocated {Math.round(share * 100)}% from {sayDay(from, roadmap.today)}.{" "}
              <Link href={allocate} className="underline">
                Allocations
              </Link>
            </p>
          ))}
        </div>
        <CapacityGrid
          {...{ lines, unit, current }}
          weeks={capacity.weeks}
          onCurrent={setPlace}
          onToggle={({ id, isOpen }) => setOpened(new Map([...opened, [id, !isOpen]]))}
        />
        {line && week ? (
          <CapacityDetail
            {...{ programmeId, line, nameOf, week: current.week, day: week, today: roadmap.today }}
            parts={partsOfCell(line, week, demands, calendar)}
          />
        ) : null}
        <p className="flex items-center gap-2 px-5 py-3 text-ink-3 text-meta max-md:hidden">
          <Kbd>← → ↑ ↓</Kbd> walk <Kbd>Enter</Kbd> open or close a role <Kbd>C</Kbd> allocate
        </p>
      </PageBody>
    </>
  )
}
