import { Avatar } from "@/components/ui/avatar"
import { ClaimedProvedBar } from "@/components/ui/claimed-proved-bar"
import { cn } from "@/components/ui/class-names"
import { sayDay } from "@/components/ui/day-text"
import { Icon } from "@/components/ui/icon"
import { StatusMark } from "@/components/ui/status-mark"
import { rounded } from "@/lib/base/kernel/rounded"
import type { GroupRow, ItemRow, WorkRow } from "@/lib/plan/roadmap/tree-rows"
import { describeProved, type Proved } from "@/lib/plan/schedule/proved"

/** Rows of one kind, or nothing in the cell. */
const item = (row: WorkRow): ItemRow | null => (row.kind === "item" ? row : null)
const group = (row: WorkRow): GroupRow | null => (row.kind === "stage" || row.kind === "workstream" ? row : null)

export function nameCell(row: WorkRow) {
  if (row.kind !== "item" || (!row.contested && row.status !== "dropped")) return row.name
  return (
    <>
      <span className={cn("truncate", row.status === "dropped" && "text-ink-3 line-through")}>{row.name}</span>
      {row.contested ? (
        <span role="img" aria-label="Changed by someone else" className="ml-1.5 flex-none text-warn">
          <Icon name="warning" size={14} />
        </span>
      ) : null}
    </>
  )
}

export const statusCell = (row: WorkRow) => (row.kind === "draft" ? null : <StatusMark kind={row.status} />)
export const statusMarkCell = (row: WorkRow) =>
  row.kind === "draft" ? null : <StatusMark kind={row.status} withWord={false} />

export function ownerCell(row: WorkRow) {
  if (row.kind === "draft" || row.kind === "stage") return null
  const owner = row.owner ? (
    <Avatar name={row.owner.name} />
  ) : row.kind === "item" ? (
    <span className="text-ink-3 text-meta">Unassigned</span>
  ) : null
  return <span data-owner="">{owner}</span>
}

export const startCell = (today: string) => (row: WorkRow) =>
  row.kind === "draft" || row.start === null ? null : sayDay(row.start, today)

/** The day, and for work past its deadline, or planned to be, the word for it. */
export const finishCell = (today: string) => (row: WorkRow) => {
  if (row.kind === "draft" || row.finish === null) return null
  const day = sayDay(row.finish, today)
  if (row.kind !== "item" || row.lateDays === 0) return day
  const days = row.lateDays === 1 ? "1 working day" : `${row.lateDays} working days`
  const deadline = row.item.deadline ? sayDay(row.item.deadline, today) : ""
  return (
    <span className="truncate text-needs-you" title={`${days} past its deadline, ${deadline}`}>
      {day} <span className="text-meta">late</span>
    </span>
  )
}

/** Late dates, slack in working days (negative in red), and whether it is critical. */
export const slackCell =
  (field: "lateStart" | "lateFinish" | "totalSlack" | "freeSlack" | "criticality", today: string) => (row: WorkRow) => {
    if (row.kind === "draft" || row.kind === "stage") return null
    const value = row[field]
    if (typeof value !== "number") return field === "criticality" || !value ? value : sayDay(value, today)
    return <span className={cn(value < 0 && "text-needs-you")}>{rounded(value, 1)} d</span>
  }

const provedPercent = (proved: Proved): number | null =>
  proved.kind === "proved" ? (100 * proved.met) / proved.all : null

export function progressCell(row: WorkRow) {
  if (row.kind === "draft" || (row.kind === "item" && row.status === "dropped")) return null
  const proved = row.kind === "item" ? {} : { proved: provedPercent(row.proved) }
  return (
    <ClaimedProvedBar className="w-full" claimed={row.claimed} planned={row.planned} {...proved} label={row.name} />
  )
}

/** `3 of 5 due`; before anything is due `0 of 9`, of all. */
function provedShort(proved: Proved): string {
  if (proved.kind === "no checks") return "no checks"
  return proved.due === 0 ? `${proved.met} of ${proved.all}` : `${proved.metDue} of ${proved.due} due`
}

/** Checks belong to workstreams: an item has none of its own. */
export function provedCell(row: WorkRow) {
  const summed = group(row)
  if (!summed) return null
  const { proved } = summed
  return (
    <span className="truncate font-normal text-meta text-ink-2" title={describeProved(proved)}>
      {provedShort(proved)}
    </span>
  )
}

export function openChecksCell(row: WorkRow) {
  const proved = group(row)?.proved
  return proved?.kind === "proved" ? String(proved.all - proved.met) : null
}

/** The likely duration of an item; for what it belongs to, the working days from its start to its finish. */
export function likelyCell(row: WorkRow) {
  const summed = group(row)
  if (summed) return summed.span === null ? null : <span className="font-normal text-ink-3">{summed.span} d</span>
  const likely = item(row)?.item.likely
  return likely === undefined ? null : likely === null ? <span className="text-ink-3">none</span> : `${likely} d`
}

export const roleCell = (row: WorkRow) => (row.kind === "draft" ? null : row.role)
export const phaseCell = (row: WorkRow) => (row.kind === "draft" ? null : row.phase)
export const percentCell = (row: WorkRow) => {
  if (row.kind === "draft" || row.claimed === null) return null
  return `${rounded(row.claimed)}%`
}
export const pointsCell = (row: WorkRow) => item(row)?.item.points ?? null
export const effortCell = (row: WorkRow) => {
  const effort = item(row)?.item.effortDays ?? null
  return effort === null ? null : `${effort} d`
}
export const dayCell =
  (field: "startNoEarlierThan" | "deadline" | "actualStart" | "actualFinish", today: string) => (row: WorkRow) => {
    const day = item(row)?.item[field]
    return day ? sayDay(day, today) : null
  }
