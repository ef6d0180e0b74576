import { fromOptionalDayColumn, toOptionalDayColumn } from "@/lib/base/db/day-column"
import type { RegisterEntry } from "@/lib/base/db/generated/client"
import type { Day } from "@/lib/base/kernel/day"
import { definedOf } from "@/lib/base/kernel/defined"
import type { Delay, RegisterEntryView } from "../register-shapes"

/** The rows that an entry is read with. */
export const withPlaces = {
  workstreams: { select: { workstreamId: true }, orderBy: { workstreamId: "asc" } },
  gates: { select: { gateId: true }, orderBy: { gateId: "asc" } },
} as const

type Row = RegisterEntry & {
  readonly workstreams: readonly { readonly workstreamId: string }[]
  readonly gates: readonly { readonly gateId: string }[]
}

export function entryView(row: Row): RegisterEntryView {
  const { id, number, kind, state, title, description, probability, impact } = row
  const { ownerId, response, responseNote, fromId, version } = row
  return {
    ...{ id, number, kind, state, title, description, probability, impact },
    delay: delayOf(row),
    ...{ ownerId, response, responseNote, dueDay: fromOptionalDayColumn(row.dueDay), fromId },
    workstreamIds: row.workstreams.map(({ workstreamId }) => workstreamId),
    gateIds: row.gates.map(({ gateId }) => gateId),
    ...{ createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(), version },
  }
}

/** A constraint of the table holds the three together. */
function delayOf(row: RegisterEntry): Delay | null {
  const { delayOptimistic: optimistic, delayLikely: likely, delayPessimistic: pessimistic } = row
  return optimistic === null || likely === null || pessimistic === null ? null : { optimistic, likely, pessimistic }
}

export const delayColumns = (delay: Delay | null) => ({
  delayOptimistic: delay?.optimistic ?? null,
  delayLikely: delay?.likely ?? null,
  delayPessimistic: delay?.pessimistic ?? null,
})

type Told = Omit<
  RegisterEntryView,
  "id" | "number" | "fromId" | "workstreamIds" | "gateIds" | "createdAt" | "updatedAt"
>
/** Some members of an entry; those that are undefined are not meant. */
type Members = { readonly [Member in keyof Told]?: Told[Member] | undefined }

/** The columns of the members that are given. */
export function entryColumns({ delay, dueDay, version: _version, ...plain }: Members) {
  return definedOf({
    ...plain,
    ...(delay === undefined ? {} : delayColumns(delay)),
    ...(dueDay === undefined ? {} : { dueDay: toOptionalDayColumn(dueDay) }),
  })
}

/** The members of an entry that an event tells, other than texts and places; a delay is told by its three numbers. */
export function toldMembers(members: Members): Record<string, string | number | Day | null> {
  const { title: _t, description: _d, responseNote: _r, version: _v, delay, ...plain } = members
  return definedOf({ ...plain, ...(delay === undefined ? {} : delayColumns(delay)) })
}

export const toldTexts = ({ title, description, responseNote }: Members): Record<string, string> =>
  definedOf({ title, description, responseNote })
