"use client"

import { type KeyboardEvent, useMemo } from "react"
import { LaterPanel } from "@/components/plan/roadmap/lazy-panel"
import { useOpenRecord } from "@/components/plan/roadmap/use-open-record"
import { useWorkTree } from "@/components/plan/roadmap/use-work-tree"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Kbd } from "@/components/ui/kbd"
import { Select } from "@/components/ui/select"
import { StatusMark } from "@/components/ui/status-mark"
import { noFilter } from "@/lib/plan/roadmap/filter"
import { byRank } from "@/lib/plan/roadmap/order"
import { count } from "@/lib/reports/words"
import { sayEffort, sumOfEffort } from "@/lib/work/effort"
import { type BacklogRow, backlogRows } from "@/lib/work/plan-model"
import { RowList } from "./row-list"
import { usePlanning } from "./use-planning"
import { type SprintWork, WithWork } from "./with-work"
import { WorkTabs } from "./work-tabs"

const nothing = { filter: noFilter, order: byRank, draft: null }
const ANY = ""

/** Backlog: all open work in one order. */
export function BacklogPage({ programmeId }: { programmeId: string }) {
  return (
    <WithWork {...{ programmeId }} title="Backlog" tab="/backlog">
      {(work) => <Backlog work={work} />}
    </WithWork>
  )
}

function Backlog({ work }: { work: SprintWork }) {
  const { programmeId, roadmap, items, sprints, mayPlan } = work
  const [query, setQuery] = useQueryOfPage()
  const record = useOpenRecord()
  const tree = useWorkTree(work, nothing)
  const planning = usePlanning(work)
  const rows = useMemo(() => backlogRows(items, roadmap), [items, roadmap])
  const streams = new Map(roadmap.workstreams.map((each) => [each.id, each]))
  const [stage, role, person, phase] = ["stage", "role", "owner", "phase"].map((name) => query.get(name) ?? ANY)
  const isFiltered = [stage, role, person, phase].some((each) => each !== ANY)
  const shown = rows.filter(({ item }) => {
    const stream = streams.get(item.workstreamId)
    return (
      (stage === ANY || stream?.stageId === stage) &&
      (role === ANY || (item.roleKey ?? stream?.roleKey) === role) &&
      (person === ANY || (item.ownerId ?? "none") === person) &&
      (phase === ANY || (item.phaseId ?? stream?.phaseId) === phase)
    )
  })
  const onKey = ({ item }: BacklogRow, event: KeyboardEvent): boolean => {
    if (!mayPlan || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return false
    void planning.rank(
      shown.map((row) => row.item),
      item,
      event.key === "ArrowUp" ? -1 : 1,
    )
    return true
  }
  const sum = sumOfEffort(shown.map(({ effort }) => effort))
  const nameOf = (id: string | null) => roadmap.people.find((each) => each.id === id)?.name
  const choice = (
    label: string,
    name: string,
    value: string | undefined,
    options: readonly { value: string; label: string }[],
  ) => (
    <div className="w-36" key={name}>
      <Select
        label={label}
        hideLabel
        value={value ?? ANY}
        options={[{ value: ANY, label: `Any ${label.toLowerCase()}` }, ...options]}
        onChange={(next) => setQuery({ [name]: next === ANY ? null : next })}
      />
    </div>
  )
  return (
    <>
      <PageBar
        title="Backlog"
        tabs={<WorkTabs programmeId={programmeId} current="/backlog" />}
        meta={isFiltered ? `${shown.length} of ${rows.length} open items (filtered)` : `${rows.length} open items`}
      />
      <PageBody fit="fill" panel={<LaterPanel work={work} tree={tree} record={record} />}>
        <div className="flex flex-none flex-wrap gap-2 border-line border-b px-5 py-2 max-md:px-4">
          {choice(
            "Stage",
            "stage",
            stage,
            roadmap.stages.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` })),
          )}
          {choice(
            "Phase",
            "phase",
            phase,
            roadmap.phases.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` })),
          )}
          {choice(
            "Role",
            "role",
            role,
            roadmap.deliveryRoles.map(({ key, name }) => ({ value: key, label: name })),
          )}
          {choice("Owner", "owner", person, [
            ...roadmap.people.filter(({ removed }) => !removed).map(({ id, name }) => ({ value: id, label: name })),
            { value: "none", label: "Unassigned" },
          ])}
          {isFiltered ? (
            <Button variant="quiet" onClick={() => setQuery({ stage: null, phase: null, role: null, owner: null })}>
              Clear the filter
            </Button>
          ) : null}
        </div>
        <RowList
          label="Backlog"
          tracks="40px 44px minmax(0,3fr) minmax(0,2fr) minmax(0,1fr) minmax(0,1fr) 60px"
          narrowTracks="34px minmax(0,1fr) 60px"
          narrowCells={[0, 2, 6]}
          heads={["Rank", "No.", "Name", "Workstream", "Owner", "Sprint", "Effort"]}
          rows={shown.map((row) => ({ kind: "row", id: row.item.id, row }))}
          onKey={onKey}
          onOpen={({ item }) => record.open("item", item.id)}
          cells={(row) => [
            <span key="r" className="text-ink-3">
              {row.rank}
            </span>,
            <span key="n" className="text-ink-3">
              {row.item.number}
            </span>,
            <span key="t" className="flex items-center gap-2">
              <StatusMark kind={row.item.status} withWord={false} />
              <span className="truncate">{row.item.title}</span>
            </span>,
            <span key="w" className="text-ink-2">
              {streams.get(row.item.workstreamId)?.name}
            </span>,
            nameOf(row.item.ownerId) ?? (
              <span key="o" className="text-ink-3">
                Unassigned
              </span>
            ),
            <span key="s" className="text-ink-2">
              {sprints.find(({ id }) => id === row.item.sprintId)?.name}
            </span>,
            sayEffort(row.effort),
          ]}
          empty={<EmptyState>{isFiltered ? "No open item matches the filter." : "No open work is left."}</EmptyState>}
        />
        <footer className="flex h-8 flex-none items-center gap-2 border-line border-t px-5 text-ink-3 text-meta max-md:hidden">
          <span className="flex-1">
            {count(shown.length, "item")}, {sayEffort(sum.days)} person-days left
            {sum.unknown > 0 ? `, ${sum.unknown} without effort` : ""}
          </span>
          <Kbd>Alt ↑ ↓</Kbd> rank, after the visible row above <Kbd>Enter</Kbd> open
        </footer>
      </PageBody>
    </>
  )
}
