"use client"

import { useState } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { sayDay } from "@/components/ui/day-text"
import { EmptyState } from "@/components/ui/empty-state"
import { Select } from "@/components/ui/select"
import { call } from "@/lib/door/call"
import { count } from "@/lib/reports/words"
import { closeSprint, getBurnUp, reopenSprint } from "@/lib/serve/api/generated/addresses"
import { burnUp } from "@/lib/work/burn-up"
import { sayEffort } from "@/lib/work/effort"
import { calendarOf } from "@/lib/work/plan-model"
import { type Carried, carriedOf, cycleTimesOf, sprintDays } from "@/lib/work/report-model"
import { type SprintView, stateOf } from "@/lib/work/sprint"
import { resultOf, sayResult } from "@/lib/work/sprint-result"
import { velocityOf } from "@/lib/work/velocity"
import { BurnUpChart } from "./burn-up-chart"
import { CarriedOver } from "./carried-over"
import { CycleTimes } from "./cycle-time"
import { usePlanning } from "./use-planning"
import { VelocityChart } from "./velocity-chart"
import { type SprintWork, WithWork } from "./with-work"
import { WorkTabs } from "./work-tabs"

const words = {
  added: "added",
  removed: "taken out",
  dropped: "dropped",
  done: "done",
  reopened: "reopened",
  estimated: "new effort",
}

/** Report: what a sprint does, and what the last ones did. */
export function ReportPage({ programmeId }: { programmeId: string }) {
  return (
    <WithWork {...{ programmeId }} title="Report" tab="/report">
      {(work) => <Report work={work} />}
    </WithWork>
  )
}

function Report({ work }: { work: SprintWork }) {
  const { programmeId, sprints } = work
  const [query, setQuery] = useQueryOfPage()
  const begun = sprints.filter((each) => stateOf(each) !== "planned")
  const sprint =
    begun.find(({ id }) => id === query.get("sprint")) ??
    begun.find((each) => stateOf(each) === "running") ??
    begun.at(-1)
  if (sprint)
    return <SprintReport key={sprint.id} {...{ work, sprint, begun }} onChoose={(id) => setQuery({ sprint: id })} />
  return (
    <>
      <PageBar title="Report" tabs={<WorkTabs programmeId={programmeId} current="/report" />} />
      <PageBody>
        <EmptyState>The burn-up begins when the sprint starts.</EmptyState>
      </PageBody>
    </>
  )
}

type SprintReportProps = {
  work: SprintWork
  sprint: SprintView
  begun: readonly SprintView[]
  onChoose: (id: string) => void
}

function SprintReport({ work, sprint, begun, onChoose }: SprintReportProps) {
  const { programmeId, roadmap, items, lines, sprints, mayPlan } = work
  const planning = usePlanning(work)
  const [busy, setBusy] = useState(false)
  const following = sprints.find((each) => each.startDay > sprint.startDay && stateOf(each) !== "closed")
  const [goesTo, setGoesTo] = useState<ReadonlyMap<string, string | null>>(new Map())
  const told = useAnswer(getBurnUp, { programmeId, recordId: sprint.id })
  const calendar = calendarOf(roadmap)
  const days = sprintDays(sprint, calendar)
  const until = sprint.closedOn ?? roadmap.today
  const replayed = told.data
    ? burnUp(
        told.data.committed,
        told.data.events,
        days.filter((each) => each <= until),
      )
    : null
  const end = replayed?.days.at(-1)
  const own = lines.filter(({ sprintId }) => sprintId === sprint.id)
  const carried = carriedOf(sprint, lines, items)
  const isRunning = stateOf(sprint) === "running"
  const targetOf = ({ itemId, goesToId }: Carried) =>
    isRunning ? (goesTo.has(itemId) ? (goesTo.get(itemId) ?? null) : (following?.id ?? null)) : goesToId
  const titles = new Map(items.map(({ id, title, number }) => [id, `${number} ${title}`]))
  const bars = begun
    .filter((each) => each.startDay <= sprint.startDay)
    .map((each) => {
      const result = resultOf(lines.filter(({ sprintId }) => sprintId === each.id))
      const isThis = each.id === sprint.id
      return {
        id: each.id,
        name: each.name,
        planned: result.committedDays,
        current: isThis,
        done: isThis && isRunning ? (end?.done ?? 0) : result.doneDays,
      }
    })
  const finished = bars.filter((_, at) => stateOf(begun[at] ?? sprint) === "closed").map(({ done }) => done)
  const write = async (verb: typeof closeSprint | typeof reopenSprint) => {
    setBusy(true)
    const input = { programmeId, recordId: sprint.id, version: sprint.version }
    const places = carried.map((each) => ({ itemId: each.itemId, sprintId: targetOf(each) }))
    const key = { idempotencyKey: crypto.randomUUID() }
    planning.settle(
      verb === closeSprint
        ? await call(closeSprint, { ...input, goesTo: places }, key)
        : await call(reopenSprint, input, key),
    )
    setBusy(false)
  }
  const result = resultOf(own)
  const left = carried.reduce((sum, each) => sum + (each.left ?? 0), 0)
  return (
    <>
      <PageBar
        title="Report"
        tabs={<WorkTabs programmeId={programmeId} current="/report" />}
        actions={
          <>
            <div className="w-36">
              <Select
                label="Sprint"
                hideLabel
                value={sprint.id}
                options={begun.toReversed().map(({ id, name }) => ({ value: id, label: name }))}
                onChange={onChoose}
              />
            </div>
            {mayPlan ? (
              isRunning ? (
                <Button variant="primary" busy={busy} onClick={() => void write(closeSprint)}>
                  Close sprint
                </Button>
              ) : (
                <Button busy={busy} onClick={() => void write(reopenSprint)}>
                  Reopen sprint
                </Button>
              )
            ) : null}
          </>
        }
      />
      <PageBody>
        <section aria-label="Answer" className="border-line border-b px-5 py-3 max-md:px-4">
          <p className="max-w-[70ch] text-balance text-[18px] leading-snug">
            {end ? (
              <>
                <strong>
                  {end.done.toFixed(1)} of {sayEffort(end.scope)}
                </strong>{" "}
                are done
                {isRunning
                  ? `; ${sayEffort(left)} stay open in ${count(carried.length, "item")}.`
                  : `. ${sayResult(result)}.`}
              </>
            ) : replayed ? (
              `The burn-up starts with the sprint, on ${sayDay(sprint.startDay, roadmap.today)}.`
            ) : (
              "Loading the burn-up…"
            )}
          </p>
          <p className="mt-1 text-ink-3 text-meta">
            {sprint.name}, {sayDay(sprint.startDay, roadmap.today)} – {sayDay(sprint.finishDay, roadmap.today)}
            {sprint.closedOn ? `, closed ${sayDay(sprint.closedOn, roadmap.today)}` : ", as of today"}.{" "}
            {sprint.goal ? `Goal: ${sprint.goal}. ` : ""}
            {replayed && replayed.doneBefore > 0
              ? `${sayEffort(replayed.doneBefore)} were done before the start and count on the first day. `
              : ""}
            {isRunning ? "Nothing is written before you close." : "This snapshot stays as it was at the close."}
          </p>
        </section>
        <div className="grid grid-cols-[minmax(0,7fr)_minmax(0,4fr)] max-lg:grid-cols-1">
          <div className="border-line border-r">
            <section aria-label="Burn-up" className="border-line border-b px-5 py-3 max-md:px-4">
              <Head title="Burn-up" hint="person-days of effort, by the end of each day" />
              {replayed ? <BurnUpChart burnUp={replayed} days={days} today={roadmap.today} /> : null}
              <ol className="mt-2 flex flex-col gap-1">
                {replayed?.changes.map((change, at) => (
                  <li key={`${change.day} ${change.itemId} ${change.does}`} className="flex gap-3">
                    <span className="inline-flex size-4.5 flex-none items-center justify-center rounded-full border border-ink text-tiny">
                      {at + 1}
                    </span>
                    <span className="w-14 flex-none text-ink-3">{sayDay(change.day, roadmap.today)}</span>
                    <strong className="w-14 flex-none">
                      {change.by > 0 ? "+" : "−"}
                      {sayEffort(Math.abs(change.by))}
                    </strong>
                    <span className="min-w-0 truncate">
                      {titles.get(change.itemId) ?? "Removed item"},{" "}
                      <span className="text-ink-3">{words[change.does]}</span>
                    </span>
                  </li>
                ))}
              </ol>
            </section>
            <CarriedOver
              {...{ carried, isRunning, targetOf }}
              targets={sprints.filter((each) => each.id !== sprint.id)}
              open={sprints.filter((each) => each.id !== sprint.id && stateOf(each) !== "closed")}
              onChange={(itemId, target) => setGoesTo(new Map(goesTo).set(itemId, target))}
              left={left}
            />
          </div>
          <div>
            <section aria-label="Velocity" className="border-line border-b px-5 py-3 max-md:px-4">
              <Head title="Velocity" hint="person-days done in a sprint, last eight; an unfinished item counts 0" />
              <VelocityChart bars={bars} spread={velocityOf(finished)} />
            </section>
            <section aria-label="Cycle time" className="px-5 py-3 max-md:px-4">
              <Head title="Cycle time" hint="working days, start to done" />
              {calendar ? <CycleTimes times={cycleTimesOf(items, calendar, sprint)} /> : null}
            </section>
          </div>
        </div>
      </PageBody>
    </>
  )
}

function Head({ title, hint }: { title: string; hint: string }) {
  return (
    <h2 className="mb-2 flex flex-wrap items-baseline gap-x-2">
      <span className="font-semibold">{title}</span>
      <span className="font-normal text-ink-3 text-meta">{hint}</span>
    </h2>
  )
}
