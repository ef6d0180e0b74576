"use client"

import { type KeyboardEvent, useMemo, useState } from "react"
import { LaterPanel } from "@/components/plan/roadmap/lazy-panel"
import { useOpenRecord } from "@/components/plan/roadmap/use-open-record"
import { useWorkTree } from "@/components/plan/roadmap/use-work-tree"
import { useWorkActions } from "@/components/plan/roadmap/work-context"
import { Board, type BoardLane } from "@/components/records/board"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useShortcut } from "@/components/shell/shortcuts"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { ClaimedProvedBar } from "@/components/ui/claimed-proved-bar"
import { sayDay } from "@/components/ui/day-text"
import { EmptyState } from "@/components/ui/empty-state"
import { Kbd } from "@/components/ui/kbd"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { Select } from "@/components/ui/select"
import { workingDaysBetween } from "@/lib/base/calendar/working-calendar"
import { dayOf, ordinalOf } from "@/lib/base/kernel/day"
import { isOneOf } from "@/lib/base/kernel/one-of"
import { noFilter } from "@/lib/plan/roadmap/filter"
import { byRank } from "@/lib/plan/roadmap/order"
import { count } from "@/lib/reports/words"
import { type BoardItem, boardColumns, cardsOf, type LaneBy, laneBys, lanesOf } from "@/lib/work/board-model"
import { sayEffort, sumOfEffort } from "@/lib/work/effort"
import { calendarOf } from "@/lib/work/plan-model"
import { type SprintView, stateOf } from "@/lib/work/sprint"
import { CardContent } from "./card-content"
import { QuickAdd } from "./quick-add"
import { usePlanning } from "./use-planning"
import { type SprintWork, WithWork } from "./with-work"
import { WorkTabs } from "./work-tabs"

const nothing = { filter: noFilter, order: byRank, draft: null }
const laneNames = { workstream: "Workstream", person: "Person", none: "No lanes" } as const

/** Board: the work of a sprint by status. */
export function BoardPage({ programmeId }: { programmeId: string }) {
  return (
    <WithWork {...{ programmeId }} title="Board" tab="/board">
      {(work) => <SprintBoard work={work} />}
    </WithWork>
  )
}

function SprintBoard({ work }: { work: SprintWork }) {
  const { programmeId, roadmap, items, sprints, teams } = work
  const [query, setQuery] = useQueryOfPage()
  const asked = query.get("lanes")
  const laneBy: LaneBy = isOneOf(laneBys, asked) ? asked : "workstream"
  const sprint =
    sprints.find(({ id }) => id === query.get("sprint")) ??
    sprints.find((each) => stateOf(each) === "running") ??
    sprints.findLast((each) => stateOf(each) === "planned")
  const { setStatus } = useWorkActions()
  const planning = usePlanning(work)
  const record = useOpenRecord()
  const tree = useWorkTree(work, nothing)
  const [adding, setAdding] = useState<string | null>(null)
  const [narrow, setNarrow] = useState<BoardItem["column"]>("in_progress")
  const cards = useMemo(() => (sprint ? cardsOf(items, roadmap, sprint.id) : []), [items, roadmap, sprint])
  const lanes = useMemo(() => lanesOf(cards, roadmap, laneBy), [cards, roadmap, laneBy])
  const limit = teams.find(({ id }) => id === sprint?.teamId)?.progressLimit ?? null
  const columns = boardColumns.map((column) => ({ ...column, limit: column.id === "in_progress" ? limit : null }))
  const mayEdit = roadmap.me.may.editWork !== "no"
  const begin = () => setAdding(lanes[0]?.id ?? null)
  useShortcut("c", "Add work to the sprint", begin, { enabled: mayEdit && sprint !== undefined })
  const tabs = <WorkTabs programmeId={programmeId} current="/board" />
  if (!sprint)
    return (
      <>
        <PageBar title="Board" tabs={tabs} />
        <PageBody>
          <EmptyState>No sprint is planned yet; plan it from the backlog.</EmptyState>
        </PageBody>
      </>
    )
  const add = async (laneId: string, text: string) => {
    const [, title = text, name] = /^(.*?)(?:\s+@(.+))?$/.exec(text.trim()) ?? []
    const person = name
      ? roadmap.people.find((each) => each.name.toLowerCase().startsWith(name.toLowerCase()))
      : undefined
    const workstreamId = laneBy === "workstream" ? laneId : (cards[0]?.item.workstreamId ?? roadmap.workstreams[0]?.id)
    if (!workstreamId || title === "") return
    const added = await work.editor.add(title, { workstreamId, afterId: null }).added
    if (!added) return
    if (person) await work.editor.change([added], { ownerId: person.id }, { silent: true })
    await planning.putInLatest(sprint, added.id)
  }
  const onKey = ({ item }: BoardItem, event: KeyboardEvent): boolean => {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      const shown = cards.filter(({ column }) => column === item.status).map((card) => card.item)
      void planning.rank(shown, item, event.key === "ArrowUp" ? -1 : 1)
      return true
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return false
    if (event.key === "b" && mayEdit) setStatus([item], "blocked")
    else if (event.key === "o") record.open("item", item.id)
    else return false
    return true
  }
  const all = sumOfEffort(cards.map(({ item }) => item.effortDays))
  return (
    <>
      <PageBar
        title="Board"
        tabs={tabs}
        actions={
          <>
            <SegmentedControl
              label="Lanes"
              value={laneBy}
              options={laneBys.map((value) => ({ value, label: laneNames[value] }))}
              onChange={(lanesBy) => setQuery({ lanes: lanesBy === "workstream" ? null : lanesBy })}
            />
            {mayEdit ? (
              <Button variant="primary" kbd="C" onClick={begin}>
                Add work
              </Button>
            ) : null}
          </>
        }
      />
      <PageBody fit="fill" panel={<LaterPanel work={work} tree={tree} record={record} />}>
        <SprintLine {...{ work, sprint, cards }} onChoose={(id) => setQuery({ sprint: id })} />
        <div className="hidden px-4 py-2 max-md:block">
          <SegmentedControl
            label="Status"
            value={narrow}
            options={boardColumns.map(({ id, label }) => ({ value: id, label }))}
            onChange={setNarrow}
          />
        </div>
        {cards.length === 0 && adding === null ? (
          <EmptyState>Nothing is in this sprint yet; plan it from the backlog.</EmptyState>
        ) : (
          <Board
            label={sprint.name}
            columns={columns}
            lanes={lanes.map(({ meta, ...lane }): BoardLane<BoardItem> => ({ ...lane, meta: <LaneMeta {...meta} /> }))}
            nameOf={({ item }) => item.title}
            content={(card) => <CardContent card={card} roadmap={roadmap} />}
            mayMove={mayEdit}
            onMove={({ item }, status) => setStatus([item], status)}
            onOpen={({ item }) => record.open("item", item.id)}
            onKey={onKey}
            narrowColumn={narrow}
            cellHead={(laneId, column) =>
              adding === laneId && column === "not_started" ? (
                <QuickAdd onAdd={(text) => void add(laneId, text)} onClose={() => setAdding(null)} />
              ) : null
            }
          />
        )}
        <footer className="flex h-8 flex-none items-center gap-2 border-line border-t px-5 text-ink-3 text-meta max-md:hidden">
          <span className="flex-1">
            {count(cards.length, "item")}, {sayEffort(all.days)}
            {all.unknown > 0 ? `, ${all.unknown} without effort` : ""}
          </span>
          <Kbd>Alt ← →</Kbd> status <Kbd>Alt ↑ ↓</Kbd> rank <Kbd>B</Kbd> block <Kbd>O</Kbd> owner
        </footer>
      </PageBody>
    </>
  )
}

type SprintLineProps = {
  work: SprintWork
  sprint: SprintView
  cards: readonly BoardItem[]
  onChoose: (id: string) => void
}

/** Which sprint it is, how far it is, its goal, and how much of it is done. */
function SprintLine({ work, sprint, cards, onChoose }: SprintLineProps) {
  const { roadmap, sprints } = work
  const calendar = calendarOf(roadmap)
  const days = (until: string) =>
    calendar
      ? workingDaysBetween(
          calendar,
          sprint.startDay,
          dayOf(ordinalOf(roadmap.today < until ? roadmap.today : sprint.finishDay) + 1),
        )
      : 0
  const length = calendar ? workingDaysBetween(calendar, sprint.startDay, dayOf(ordinalOf(sprint.finishDay) + 1)) : 0
  const state = stateOf(sprint)
  const place = state === "running" ? `day ${Math.max(0, days(sprint.finishDay))} of ${length}` : state
  const done = sumOfEffort(cards.filter(({ column }) => column === "done").map(({ item }) => item.effortDays)).days
  const all = sumOfEffort(cards.map(({ item }) => item.effortDays)).days
  return (
    <div className="flex flex-none flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-5 py-2 max-md:px-4">
      <div className="w-36">
        <Select
          label="Sprint"
          hideLabel
          value={sprint.id}
          options={sprints.toReversed().map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChoose}
        />
      </div>
      <span className="text-ink-2">
        {sayDay(sprint.startDay, roadmap.today)} – {sayDay(sprint.finishDay, roadmap.today)}, {place}
      </span>
      {sprint.goal ? (
        <span className="min-w-0 truncate">
          <span className="text-ink-3">Goal</span> {sprint.goal}
        </span>
      ) : null}
      <span className="ml-auto flex items-center gap-3 text-ink-2 text-meta">
        {done.toFixed(1)} of {sayEffort(all)} done
        <span
          aria-hidden="true"
          className="relative h-1.5 w-24 rounded-full inset-ring inset-ring-line-strong"
          data-mark=""
        >
          <span
            className="absolute inset-y-0 left-0 rounded-full bg-ink-3"
            style={{ width: `${all > 0 ? (100 * done) / all : 0}%` }}
          />
        </span>
      </span>
    </div>
  )
}

function LaneMeta({ claimed, count, days }: { claimed: number | null; count: number; days: number }) {
  return (
    <>
      {claimed === null ? null : <ClaimedProvedBar claimed={claimed} className="w-24 max-md:hidden" />}
      <span>
        {count} {count === 1 ? "item" : "items"}, {sayEffort(days)}
      </span>
    </>
  )
}
