import type { Day } from "@/lib/base/kernel/day"
import type { Proved } from "@/lib/plan/schedule/proved"
import type { StageView, WorkstreamView } from "./views"
import type { WorkItemView, WorkStatus } from "./work-item-shapes"

export type Named = { readonly id: string; readonly name: string }

/** What every row of the table shows. Rows are values: what differs in nothing is the same object as before. */
type Figures = {
  readonly id: string
  readonly name: string
  readonly status: WorkStatus
  readonly owner: Named | null
  readonly role: string | null
  /** "2. Data ingestion"; null for a stage, which spans several. */
  readonly phase: string | null
  readonly start: Day | null
  readonly finish: Day | null
  /** Late dates and slack in working days; null where nothing is planned, or no column shows them. */
  readonly lateStart: Day | null
  readonly lateFinish: Day | null
  readonly totalSlack: number | null
  readonly freeSlack: number | null
  /** For the finish of the plan, or for a deadline; "" is neither. */
  readonly criticality: "critical" | "near-critical" | "" | null
  /** 0 to 100; null when nothing is planned. */
  readonly claimed: number | null
  /** 0 to 100, where the plan says it should stand today; null without a plan. */
  readonly planned: number | null
  /** Whether the member who looks may change it. */
  readonly editable: boolean
}

export type ItemRow = Figures & {
  readonly kind: "item"
  readonly item: WorkItemView
  /** How many working days it is, or is planned to be, past its deadline; 0 when it is not. */
  readonly lateDays: number
  /** A change of it is under way. */
  readonly saving: boolean
  /** Somebody else changed it while this member did. */
  readonly contested: boolean
}
/** A place for an item that is being written; it stands where it will be. */
export type DraftRow = {
  readonly kind: "draft"
  readonly id: string
  readonly name: string
  readonly workstreamId: string
  readonly afterId: string | null
}
export type GroupRow = Figures & {
  /** Working days from start to finish, both counted; null without dates. */
  readonly span: number | null
  readonly proved: Proved
  /** All its items, and how many of them are done; dropped ones are left out. */
  readonly items: number
  readonly done: number
}
export type WorkstreamRow = GroupRow & {
  readonly kind: "workstream"
  readonly workstream: WorkstreamView
  readonly children: readonly (ItemRow | DraftRow)[]
}
export type StageRow = GroupRow & {
  readonly kind: "stage"
  readonly stage: StageView
  readonly children: readonly WorkstreamRow[]
}
export type WorkRow = StageRow | WorkstreamRow | ItemRow | DraftRow

export const childrenOf = (row: WorkRow): readonly WorkRow[] | undefined =>
  row.kind === "stage" || row.kind === "workstream" ? row.children : undefined

/** The rows from top to bottom as they stand on screen, without what lies in closed ones. */
export function visibleRows(rows: readonly WorkRow[], closed: ReadonlySet<string>): readonly WorkRow[] {
  return rows.flatMap((row) => [row, ...(closed.has(row.id) ? [] : visibleRows(childrenOf(row) ?? [], closed))])
}

/** The row as it was before when it differs in nothing, so that it need not draw again. */
export function keepSame<Row extends WorkRow>(row: Row, before: ReadonlyMap<string, WorkRow>): Row {
  const known = before.get(row.id)
  return known && isSame(known, row) ? known : row
}

function isSame<Row extends WorkRow>(before: WorkRow, after: Row): before is Row {
  const names = Object.keys(after)
  return (
    before.kind === after.kind &&
    names.length === Object.keys(before).length &&
    names.every((name) => isAlike(Reflect.get(before, name), Reflect.get(after, name)))
  )
}

/** Alike on the outside: the same value, or lists and small records of the same values. */
function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.is(Reflect.get(one, name), Reflect.get(other, name)))
  )
}
