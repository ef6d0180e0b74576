"use client"

import { type KeyboardEvent, useMemo, useState } from "react"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { useShortcut } from "@/components/shell/shortcuts"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Avatar } from "@/components/ui/avatar"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Kbd } from "@/components/ui/kbd"
import { useToasts } from "@/components/ui/toasts"
import { type CallResult, call } from "@/lib/door/call"
import { count } from "@/lib/reports/words"
import { planSprint, startSprint } from "@/lib/serve/api/generated/addresses"
import { daysOf } from "@/lib/team/person-days"
import { sayEffort, sumOfEffort } from "@/lib/work/effort"
import { type Filled, fillSprint } from "@/lib/work/fill"
import {
  type BacklogRow,
  backlogRows,
  candidateOf,
  isIn,
  loadsOf,
  noDraft,
  type SprintDraft,
  waitingOf,
} from "@/lib/work/plan-model"
import { type SprintView, stateOf } from "@/lib/work/sprint"
import { SUPPORT_SHARE, tenths } from "@/lib/work/supply"
import { limitOf, velocityOf } from "@/lib/work/velocity"
import { AddSprint } from "./add-sprint"
import { PlanAnswer } from "./plan-answer"
import { BacklogHead, GroupHead, groupsOf, rangeOf, velocitiesOf } from "./plan-parts"
import { type ListRow, RowList } from "./row-list"
import { SprintSide } from "./sprint-side"
import { SupplyStrip } from "./supply-strip"
import { usePlanning } from "./use-planning"
import { useSprintPreview } from "./use-sprint-preview"
import { type SprintWork, WithWork } from "./with-work"
import { WorkTabs } from "./work-tabs"

/** Plan: the backlog at the left, a sprint at the right. */
export function PlanPage({ programmeId }: { programmeId: string }) {
  return (
    <WithWork {...{ programmeId }} title="Plan" tab="/plan">
      {(work) => <Plan work={work} />}
    </WithWork>
  )
}

function Plan({ work }: { work: SprintWork }) {
  const { programmeId, sprints } = work
  const [query, setQuery] = useQueryOfPage()
  const open = sprints.filter((each) => stateOf(each) !== "closed")
  const chosen =
    open.find(({ id }) => id === query.get("sprint")) ?? open.find((each) => stateOf(each) === "planned") ?? open[0]
  if (chosen)
    return (
      <SprintPlan key={chosen.id} {...{ work, sprint: chosen, open }} onChoose={(id) => setQuery({ sprint: id })} />
    )
  return (
    <>
      <PageBar title="Plan" tabs={<WorkTabs programmeId={programmeId} current="/plan" />} />
      <PageBody>
        <EmptyState action={work.mayPlan ? <AddSprint work={work} /> : null}>
          No sprint is planned yet; fill one from the backlog.
        </EmptyState>
      </PageBody>
    </>
  )
}

type SprintPlanProps = {
  work: SprintWork
  sprint: SprintView
  open: readonly SprintView[]
  onChoose: (id: string) => void
}

function SprintPlan({ work, sprint, open, onChoose }: SprintPlanProps) {
  const { programmeId, roadmap, items, mayPlan } = work
  const planning = usePlanning(work)
  const toasts = useToasts()
  const [draft, setDraft] = useState<SprintDraft>(noDraft)
  const [filled, setFilled] = useState<Filled | null>(null)
  const [busy, setBusy] = useState(false)
  const rows = useMemo(() => backlogRows(items, roadmap), [items, roadmap])
  const inside = rows.filter(({ item }) => isIn(item, sprint, draft))
  const outside = rows.filter(
    ({ item }) => !isIn(item, sprint, draft) && (item.sprintId === null || item.sprintId === sprint.id),
  )
  const members = work.teams.find(({ id }) => id === sprint.teamId)?.memberIds ?? null
  const personDays = useMemo(() => daysOf(work.staffing), [work.staffing])
  const loads = loadsOf(
    roadmap,
    sprint,
    members,
    inside.map(({ item }) => item),
    personDays,
  )
  const supply = tenths(loads.reduce((sum, each) => sum + each.supply, 0))
  const demand = sumOfEffort(inside.map(({ effort }) => effort))
  const finished = useMemo(() => velocitiesOf(work), [work])
  const saved = items.filter((item) => isIn(item, sprint, noDraft)).map(({ id }) => id)
  const preview = useSprintPreview(
    { programmeId, recordId: sprint.id, put: [...draft.put], out: [...draft.out] },
    saved,
  )
  const isDrafted = draft.put.size + draft.out.size > 0
  const toggle = ({ item }: BacklogRow) => {
    const put = new Set(draft.put)
    const out = new Set(draft.out)
    const already = item.sprintId === sprint.id
    const goesIn = !isIn(item, sprint, draft)
    if (already) goesIn ? out.delete(item.id) : out.add(item.id)
    else goesIn ? put.add(item.id) : put.delete(item.id)
    const left = new Set([...draft.filled].filter((id) => put.has(id) && id !== item.id))
    setDraft({ put, out, filled: left })
  }
  const fill = () => {
    const waits = waitingOf(roadmap, items, (item) => isIn(item, sprint, draft))
    const limit = tenths(limitOf(supply, finished) - demand.days)
    const result = fillSprint(
      outside.map((row) => candidateOf(row, waits)),
      loads,
      limit,
    )
    setFilled(result)
    setDraft({
      ...draft,
      put: new Set([...draft.put, ...result.taken.filter((id) => !draft.out.has(id))]),
      out: new Set([...draft.out].filter((id) => !result.taken.includes(id))),
      filled: new Set([...draft.filled, ...result.taken]),
    })
  }
  const takeBack = () => {
    setFilled(null)
    setDraft({ ...draft, put: new Set([...draft.put].filter((id) => !draft.filled.has(id))), filled: new Set() })
  }
  const after = (answer: CallResult<unknown>) => {
    setBusy(false)
    return planning.settle(answer)
  }
  const versioned = (ids: ReadonlySet<string>) =>
    items.filter(({ id }) => ids.has(id)).map(({ id, version }) => ({ id, version }))
  const confirm = async () => {
    setBusy(true)
    const input = { programmeId, recordId: sprint.id, put: versioned(draft.put), out: versioned(draft.out) }
    if (!after(await call(planSprint, input, { idempotencyKey: crypto.randomUUID() }))) return
    setDraft(noDraft)
    setFilled(null)
    toasts.show({ text: `${sprint.name}: ${input.put.length} put in, ${input.out.length} taken out` })
  }
  const start = async () => {
    setBusy(true)
    const input = { programmeId, recordId: sprint.id, version: sprint.version }
    if (after(await call(startSprint, input, { idempotencyKey: crypto.randomUUID() })))
      toasts.show({ text: `Started ${sprint.name}` })
  }
  const rank = (row: BacklogRow, step: 1 | -1) =>
    planning.rank(
      outside.map(({ item }) => item),
      row.item,
      step,
    )
  const onKey = (row: BacklogRow, event: KeyboardEvent): boolean => {
    if (!mayPlan) return false
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      void rank(row, event.key === "ArrowUp" ? -1 : 1)
      return true
    }
    if (event.key !== "p" || event.ctrlKey || event.metaKey) return false
    toggle(row)
    return true
  }
  useShortcut("shift+p", "Fill the sprint to capacity", fill, { enabled: mayPlan })

  const nameOf = (id: string | null) => roadmap.people.find((each) => each.id === id)?.name ?? null
  const owner = ({ item }: BacklogRow) => {
    const name = nameOf(item.ownerId)
    return name ? <Avatar name={name} /> : <span className="text-ink-3">–</span>
  }
  const because = new Map(filled?.left.map((each) => [each.id, each.because]))
  const unreached = new Set(filled?.notReached)
  const lastReached = outside.findLast(({ item }) => !unreached.has(item.id))?.rank ?? 0
  const left: ListRow<BacklogRow>[] = outside.flatMap((row, at): ListRow<BacklogRow>[] => {
    const line = { kind: "row" as const, id: row.item.id, row }
    const begins = filled !== null && unreached.has(row.item.id) && !unreached.has(outside[at - 1]?.item.id ?? "")
    if (!begins) return [line]
    const head = (
      <span key="head" className="text-ink-2">
        Not reached: the fill ended at rank {Math.max(lastReached, row.rank - 1)}
      </span>
    )
    return [{ kind: "head", id: "end", head }, line]
  })
  const groups = groupsOf(work, sprint, draft, inside)
  const right = groups.flatMap(({ name, rows: own }): ListRow<BacklogRow>[] => [
    { kind: "head", id: name, head: <GroupHead name={name} rows={own} /> },
    ...own.map((row) => ({ kind: "row" as const, id: row.item.id, row })),
  ])
  const all = sumOfEffort(outside.map(({ effort }) => effort))
  return (
    <>
      <PageBar
        title="Plan"
        tabs={<WorkTabs programmeId={programmeId} current="/plan" />}
        actions={
          <>
            {isDrafted ? <span className="text-ink-2 text-meta">preview, nothing is saved yet</span> : null}
            {mayPlan ? (
              <>
                <Button onClick={fill} kbd="Shift P">
                  Fill to capacity
                </Button>
                {isDrafted || stateOf(sprint) === "running" ? (
                  <Button variant="primary" busy={busy} disabled={!isDrafted} onClick={() => void confirm()}>
                    Confirm sprint
                  </Button>
                ) : (
                  <Button variant="primary" busy={busy} disabled={inside.length === 0} onClick={() => void start()}>
                    Start sprint
                  </Button>
                )}
              </>
            ) : null}
          </>
        }
      />
      <PageBody fit="fill">
        <div className="flex min-h-0 flex-1 flex-col max-lg:block max-lg:overflow-y-auto">
          <PlanAnswer
            {...{ roadmap, sprint, preview, demand, supply, loads, isDrafted }}
            velocity={velocityOf(finished)}
            support={SUPPORT_SHARE}
          />
          <SupplyStrip
            loads={loads}
            roleName={(key) => roadmap.deliveryRoles.find((role) => role.key === key)?.name ?? "No role"}
          />
          <div className="flex min-h-0 flex-1 max-lg:block">
            <section aria-label="Backlog" className="flex min-w-0 flex-1 flex-col border-line border-r">
              <BacklogHead {...{ all, filled }} count={outside.length} onTakeBack={takeBack} />
              <RowList
                label="Backlog"
                tracks={
                  filled ? "34px 40px minmax(0,1fr) minmax(0,150px) 24px 52px" : "34px 40px minmax(0,1fr) 24px 52px"
                }
                heads={[
                  "Rank",
                  "No.",
                  "Name",
                  ...(filled ? ["Left out because"] : []),
                  <span key="o" className="sr-only">
                    Owner
                  </span>,
                  "Effort",
                ]}
                rows={left}
                onKey={onKey}
                cells={(row) => [
                  <span key="r" className="text-ink-3">
                    {row.rank}
                  </span>,
                  <span key="n" className="text-ink-3">
                    {row.item.number}
                  </span>,
                  row.item.title,
                  ...(filled
                    ? [
                        <span key="b" className="text-ink-2" title={because.get(row.item.id)}>
                          {because.get(row.item.id)}
                        </span>,
                      ]
                    : []),
                  owner(row),
                  sayEffort(row.effort),
                ]}
                empty={<EmptyState>All open work is in a sprint.</EmptyState>}
              />
              <footer className="flex h-8 flex-none items-center gap-2 border-line border-t px-5 text-ink-3 text-meta max-md:hidden">
                <span className="flex-1">
                  {count(outside.length, "item")} {outside.length === 1 ? "stays" : "stay"}
                </span>
                <Kbd>P</Kbd> put in or out <Kbd>Alt ↑ ↓</Kbd> rank
                <span className="flex-1 text-right">{sayEffort(all.days)}</span>
              </footer>
            </section>
            <SprintSide
              {...{ sprint, open, onChoose, inside, right, onKey, owner, demand }}
              range={rangeOf(sprint, roadmap)}
              waits={waitingOf(roadmap, items, (item) => isIn(item, sprint, draft))}
            />
          </div>
        </div>
      </PageBody>
    </>
  )
}
