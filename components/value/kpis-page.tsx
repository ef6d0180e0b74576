"use client"

import Link from "next/link"
import { type ReactNode, useMemo, useState } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { ConflictNotices } from "@/components/records/conflict-notices"
import { wordsFrom } from "@/components/records/lookups"
import { type RecordActions, RecordActionsProvider } from "@/components/records/record-actions"
import { RecordFilterButton } from "@/components/records/record-filter"
import { useRecordView } from "@/components/records/use-record-view"
import { useRecords } from "@/components/records/use-records"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useShortcut } from "@/components/shell/shortcuts"
import { SidePanel } from "@/components/shell/side-panel"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button, buttonStyle } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Kbd } from "@/components/ui/kbd"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { SkeletonRows } from "@/components/ui/skeleton"
import { compileCalendar } from "@/lib/base/calendar/working-calendar"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { addressesOf } from "@/lib/records/addresses"
import { filtered, noFilter } from "@/lib/records/filter"
import { sayChange } from "@/lib/records/say-change"
import { changeTo, titleOf } from "@/lib/records/slot"
import { judgeKpi, type KpiRefusal, kpi } from "@/lib/value/kpi"
import { type KpiLine, type KpiMore, kpiLine } from "@/lib/value/kpi-line"
import { objective } from "@/lib/value/objective"
import { AnswerLine } from "./answer-line"
import { type KpiGroup, KpiList } from "./kpi-list"
import { KpiPanel } from "./kpi-panel"
import { LibraryDialog } from "./library-dialog"
import { ValueTabs } from "./value-tabs"

/** Value: every KPI against its path. */
export function KpisPage({ programmeId }: { programmeId: string }) {
  const tabs = <ValueTabs programmeId={programmeId} current="kpis" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Value: KPIs">
      {(roadmap) => <Kpis {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type KpisProps = { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }
const groupings = [
  { value: "objective", label: "Objective" },
  { value: "stage", label: "Stage" },
  { value: "owner", label: "Owner" },
] as const
type Grouping = (typeof groupings)[number]["value"]
const groupingIn = (text: string | null): Grouping =>
  groupings.find(({ value }) => value === text)?.value ?? "objective"
const objectiveAddresses = addressesOf<(typeof objective)["fields"], never>(objective)

function Kpis({ programmeId, tabs, roadmap }: KpisProps) {
  const { data: objectives } = useAnswer(objectiveAddresses.list, { programmeId })
  const { today, programme } = roadmap
  const lookups = useProgrammeLookups(
    roadmap,
    useMemo(
      () => ({ objective: (objectives?.items ?? []).map(({ id, name }) => ({ value: id, label: name })) }),
      [objectives],
    ),
  )
  const words = useMemo(() => wordsFrom(lookups), [lookups])
  const clock = useMemo(() => {
    const { weekend, holidays } = programme
    const calendar = compileCalendar({ weekend, holidays: holidays.map(({ day }) => day) })
    return calendar.ok ? { today, calendar: calendar.value } : null
  }, [programme, today])
  const known = useMemo(() => new Map<string, KpiLine>(), [])
  const list = useRecords<(typeof kpi)["fields"], KpiRefusal, KpiMore>({
    ...{ programmeId, of: kpi, words },
    rule: judgeKpi,
    complete: (record) => {
      const line = known.get(record.id)
      if (!clock) throw new Error("a programme has a working day")
      return kpiLine(
        record,
        line ?? { points: [], latest: null, previous: null, checkedIn: null, confidence: null },
        clock,
      )
    },
  })
  const { answer, records, slots, editor, mayEdit, unsaved } = list
  for (const line of answer.data?.items ?? []) known.set(line.id, line)
  const view = useRecordView(slots)
  const [query, change] = useQueryOfPage()
  const [adding, setAdding] = useState(false)
  const grouping = groupingIn(query.get("by"))
  const checkInHref = `/programmes/${programmeId}/value/check-in`
  const due = records.filter(({ due: { state } }) => state !== "later").length
  useShortcut("c", "Add a KPI", () => mayEdit && setAdding(true))
  useShortcut("i", "Check in what is due", () => document.getElementById("check-in-all")?.click())
  const actions = useMemo(
    (): RecordActions => ({
      ...{ slots, lookups, words, mayEdit, recordType: kpi.type, nameOf: (row) => titleOf(kpi, row) },
      set: (row, slot, value) => {
        const record = records.find(({ id }) => id === row.id)
        return record ? editor.change([record], changeTo<(typeof kpi)["fields"]>(slot, value)) : Promise.resolve(false)
      },
    }),
    [slots, lookups, words, mayEdit, records, editor],
  )
  const shown = useMemo(() => filtered(records, view.filter, slots, words), [records, view.filter, slots, words])
  const groups = groupsOf(shown, grouping, roadmap, objectives?.items ?? [], words.nameOf)
  const opened = records.find(({ id }) => id === view.openId)
  const ordered = groups.flatMap(({ lines }) => lines)
  if (!answer.data)
    return (
      <>
        <PageBar title="Value: KPIs" tabs={tabs} />
        <PageBody fit="fill">
          {answer.error ? (
            <EmptyState action={<Button onClick={() => void answer.refetch()}>Try again</Button>}>
              {answer.error.message}
            </EmptyState>
          ) : (
            <SkeletonRows rows={12} label="Loading KPIs" />
          )}
        </PageBody>
      </>
    )
  const step = (by: number) => {
    const next = ordered[ordered.findIndex(({ id }) => id === view.openId) + by]
    return next ? () => view.open(next.id) : null
  }
  return (
    <RecordActionsProvider actions={actions}>
      <PageBar
        title="Value: KPIs"
        tabs={tabs}
        actions={
          <>
            <span className="contents max-md:hidden">
              <SegmentedControl
                label="Grouped by"
                value={grouping}
                options={groupings}
                onChange={(by) => change({ by: by === "objective" ? null : by })}
              />
            </span>
            <RecordFilterButton records={records} filter={view.filter} onChange={view.setFilter} />
            {mayEdit ? (
              <Button icon="plus" kbd="C" onClick={() => setAdding(true)}>
                Add KPI
              </Button>
            ) : null}
            {due > 0 ? (
              <Link id="check-in-all" href={checkInHref} className={buttonStyle({ variant: "primary" })}>
                Check in, {due}
                <Kbd onAccent className="-mr-0.5 ml-0.5 max-lg:hidden">
                  I
                </Kbd>
              </Link>
            ) : null}
          </>
        }
      />
      <PageBody
        fit="fill"
        panel={
          view.openId === null ? null : opened ? (
            <KpiPanel
              {...{ programmeId, today, currency: programme.currency, onClose: view.close }}
              line={opened}
              objective={words.nameOf("objective", opened.objectiveId ?? "")}
              owner={words.nameOf("person", opened.ownerId ?? "")}
              checkInHref={`${checkInHref}?kpi=${opened.id}`}
              onPrevious={step(-1)}
              onNext={step(1)}
              onRemove={() => {
                void editor.remove([opened])
                view.close()
              }}
            />
          ) : (
            <SidePanel recordId={view.openId} title="Not found" onClose={view.close}>
              <p className="text-ink-2">This KPI was removed, or the address is not right.</p>
            </SidePanel>
          )
        }
      >
        <ConflictNotices
          unsaved={unsaved}
          nameOf={(row) => titleOf(kpi, row)}
          many={kpi.names.many}
          sayChange={(asked, before) => sayChange(slots, before, asked, words)}
          sayDifference={() => "it"}
          onMine={(each) => void editor.tryAgain(each)}
          onTheirs={(each) => editor.letGo(each)}
        />
        {records.length === 0 ? (
          <EmptyState
            action={
              mayEdit ? (
                <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>
                  Add KPI
                </Button>
              ) : undefined
            }
          >
            No KPIs yet. {mayEdit ? "Add one from the library." : "The programme lead adds them from the library."}
          </EmptyState>
        ) : (
          <>
            <AnswerLine lines={records} today={today} />
            {shown.length === 0 ? (
              <EmptyState action={<Button onClick={() => view.setFilter(noFilter)}>Clear the filter</Button>}>
                No KPI matches the filter.
              </EmptyState>
            ) : (
              <KpiList
                {...{ groups, today, currency: programme.currency, openId: view.openId }}
                ownerOf={({ ownerId }) => (ownerId === null ? null : words.nameOf("person", ownerId))}
                onOpen={view.open}
              />
            )}
          </>
        )}
        {adding ? (
          <LibraryDialog
            programmeId={programmeId}
            onClose={() => setAdding(false)}
            onAddOwn={async (name) => {
              setAdding(false)
              const made = await list.add({ name })
              if (made) view.open(made.id)
            }}
          />
        ) : null}
      </PageBody>
    </RecordActionsProvider>
  )
}

type Objective = { readonly id: string; readonly name: string; readonly ownerId: string | null }

/** The lines in the groups of the page, those without one last. */
function groupsOf(
  lines: readonly KpiLine[],
  by: Grouping,
  { stages, people }: RoadmapView,
  objectives: readonly Objective[],
  nameOf: (target: string, id: string) => string | null,
): readonly KpiGroup[] {
  const heads = {
    objective: objectives.map(({ id, name, ownerId }) => ({
      ...{ id, name, owner: ownerId === null ? null : nameOf("person", ownerId) },
    })),
    stage: stages.map(({ id, number, name }) => ({ id, name: `${number}. ${name}`, owner: null })),
    owner: people.map(({ id, name }) => ({ id, name, owner: null })),
  }[by]
  const idOf = (line: KpiLine) => (by === "objective" ? line.objectiveId : by === "stage" ? line.stageId : line.ownerId)
  const groups = heads.map((head) => ({ ...head, lines: lines.filter((line) => idOf(line) === head.id) }))
  const placed = new Set(groups.flatMap((group) => group.lines.map(({ id }) => id)))
  const rest = lines.filter(({ id }) => !placed.has(id))
  return [...groups, { id: "none", name: `No ${by}`, owner: null, lines: rest }].filter(
    (group) => group.lines.length > 0,
  )
}
