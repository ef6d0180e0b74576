"use client"

import { useMemo, useRef, useState } from "react"
import { LaterPanel } from "@/components/plan/roadmap/lazy-panel"
import { RoadmapTabs } from "@/components/plan/roadmap/roadmap-tabs"
import { UnsavedNotices } from "@/components/plan/roadmap/unsaved-notices"
import { useMedia } from "@/components/plan/roadmap/use-media"
import { useOpenRecord } from "@/components/plan/roadmap/use-open-record"
import type { Work } from "@/components/plan/roadmap/use-work"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button } from "@/components/ui/button"
import { sayDay } from "@/components/ui/day-text"
import { EmptyState } from "@/components/ui/empty-state"
import { type Day, dayOf } from "@/lib/base/kernel/day"
import { noFilter } from "@/lib/plan/roadmap/filter"
import { endNames } from "@/lib/plan/roadmap/links-of"
import { noTree } from "@/lib/plan/roadmap/tree"
import { figuresOf, groupedBy } from "@/lib/plan/timeline/figures"
import type { TimelineRow } from "@/lib/plan/timeline/rows"
import { pixelsPerDay, scaleFor } from "@/lib/plan/timeline/time-scale"
import { usePlanChanges } from "./changes/use-plan-changes"
import type { ChartPainter } from "./chart-painter"
import { PreviewBar } from "./gestures/preview-bar"
import { useGesture } from "./gestures/use-gesture"
import { Legend, marksInWords, sayNextGate } from "./legend"
import { LinkBar } from "./link-bar"
import type { Scene } from "./scene"
import { TimelineActions } from "./timeline-actions"
import { TimelineChart } from "./timeline-chart"
import { TimelineTable } from "./timeline-table"
import { useOver } from "./use-over"
import { useTimelineKeys } from "./use-timeline-keys"
import { useTimelineModel } from "./use-timeline-model"
import { useTimelineView, type ViewInAddress } from "./use-timeline-view"

const none: ReadonlySet<string> = new Set()

/** The page once its answers are there. */
export function TimelineView({ work }: { work: Work }) {
  const { roadmap } = work
  const narrow = useMedia("(max-width: 699.9px)")
  const [done] = useState(() => donePhases(work))
  const view = useTimelineView(narrow ? "table" : "chart", done)
  const overlay = useOver(work.programmeId, view.baseline)
  const now = useTimelineModel(work, view, overlay.over)
  const { model, calendar, noPlan, notes } = now
  const record = useOpenRecord()
  const painter = useRef<ChartPainter>(null)
  const [cursorId, setCursor] = useState<string | null>(null)
  const [selected, setSelected] = useState(none)
  const [linkId, setLinkId] = useState<string | null>(null)
  const sayDate = (day: Day) => sayDay(day, roadmap.today)
  const say = useMemo(() => (day: number) => sayDay(dayOf(day), roadmap.today), [roadmap.today])
  const changes = usePlanChanges(work)
  const actions = useGesture({ now, painter, selected, enabled: roadmap.me.may.editPlan, onCommit: changes.commit })
  // Keys act on the first row until another is chosen, and the focus shows there.
  const heldId = cursorId !== null && model.indexOf.has(cursorId) ? cursorId : (model.rows[0]?.id ?? null)
  const scene = useMemo(
    (): Scene => ({
      ...{ model, calendar, zoom: view.zoom, links: view.links, nameWidth: narrow ? 140 : 300 },
      ...{ cursorId: heldId, selected, openId: record.id, linkId, sayDay: say },
    }),
    [model, calendar, view.zoom, view.links, narrow, heldId, selected, record.id, linkId, say],
  )
  const open = (row: TimelineRow) => {
    if (row.kind === "phase") fold(row)
    else record.open(row.kind, row.id)
  }
  const keys = useMemo(
    () => new Map([...roadmap.phases, ...roadmap.workstreams].map(({ id, key }) => [id, key])),
    [roadmap.phases, roadmap.workstreams],
  )
  const names = useMemo(() => endNames(now.parts), [now.parts])
  const fold = ({ id }: TimelineRow) => view.toggle(keys.get(id) ?? "")
  const legend = { model, overlay, sayDay: say }
  const sheetOptions = () => ({
    ...{ title: roadmap.programme.name, subtitle: `Plan as of ${sayDay(roadmap.today)}`, calendar, links: view.links },
    legend: `${marksInWords(legend)} ${sayNextGate(legend)}`,
    scale: scaleFor(model.extent.start, model.extent.finish, pixelsPerDay[view.zoom === "fit" ? "month" : view.zoom]),
  })
  const toToday = () => painter.current?.goToDay(model.today, 1 / 3)
  useTimelineKeys({
    view,
    actions,
    toToday,
    mayEdit: roadmap.me.may.editPlan,
    at: model.indexOf.get(cursorId ?? "") ?? 0,
  })

  return (
    <>
      <PageBar
        title="Roadmap: Timeline"
        tabs={<RoadmapTabs programmeId={work.programmeId} page="timeline" />}
        actions={<TimelineActions {...{ work, view, overlay, changes, model, toToday, sheetOptions }} />}
      />
      <PageBody fit="fill" panel={<LaterPanel work={work} tree={noTree} record={record} />}>
        <UnsavedNotices work={work} />
        {model.rows.length === 0 ? (
          <NothingShown view={view} />
        ) : view.look === "table" ? (
          <TimelineTable
            model={model}
            tail={overlay.tail}
            baselineName={overlay.baseline?.name ?? null}
            calendar={calendar}
            slack={now.slack}
            nameOf={(id) => names.get(id) ?? ""}
            gates={roadmap.gates}
            sayDay={say}
            currentId={record.id}
            onOpen={open}
            onFold={fold}
          />
        ) : (
          <TimelineChart
            scene={scene}
            painter={painter}
            onCursor={setCursor}
            onSelect={setSelected}
            onOpen={open}
            onFold={fold}
            onLink={setLinkId}
            actions={actions}
          />
        )}
        {linkId !== null && !actions.gesture && roadmap.me.may.editPlan ? (
          <LinkBar {...{ work, linkId, changes }} onClose={() => setLinkId(null)} />
        ) : null}
        <PreviewBar
          programmeId={work.programmeId}
          actions={actions}
          model={model}
          gates={roadmap.gates}
          sayDay={sayDate}
        />
        {actions.gesture ? null : <Legend {...legend} />}
        {notes.map((note) => (
          <p key={note} className="px-5 pb-2 text-needs-you max-md:px-4">
            {note}
          </p>
        ))}
        {noPlan ? <p className="px-5 pb-2 text-needs-you">{noPlan}</p> : null}
      </PageBody>
    </>
  )
}

/** The keys of the phases whose work is all done. */
function donePhases({ roadmap, items }: Work): ReadonlySet<string> {
  const { statusOf } = figuresOf(
    roadmap.workstreams,
    groupedBy(items, ({ workstreamId }) => workstreamId),
  )
  return new Set(roadmap.phases.filter(({ id }) => statusOf(id) === "done").map(({ key }) => key))
}

function NothingShown({ view }: { view: ViewInAddress }) {
  if (!view.isFiltered && !view.criticalOnly && view.path === null)
    return <EmptyState>Nothing is planned yet.</EmptyState>
  const showAll = () => {
    view.setFilter(noFilter)
    view.setCritical(false)
    view.setPath(null)
  }
  return <EmptyState action={<Button onClick={showAll}>Clear filters</Button>}>No matching work items.</EmptyState>
}
