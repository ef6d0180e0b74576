import type { Transaction } from "@/lib/base/db/client"
import { type Day, dayOf, ordinalOf } from "@/lib/base/kernel/day"
import type { Id } from "@/lib/base/kernel/id"
import type { Fact } from "../fact"
import { contradictedAt } from "./contradictions"
import { type Counted, countRegisters } from "./own-registers"

type Place = { readonly programmeId: Id; readonly today: Day }

/** What the programme itself records, measured on its day in the form of facts; what it does not keep yet has no fact. */
export async function findRecordFacts(reader: Transaction, place: Place): Promise<Fact[]> {
  const owned = await foundationOwners(reader, place)
  const reviewed = await reviewedComponents(reader, place)
  const signed = await signedCriteria(reader, place)
  const { shares, dimensions } = await countRegisters(reader, place.programmeId)
  return [
    ...Object.entries(shares).map(([metric, counted]) => fact(place, metric, share(counted))),
    fact(place, "dimensions-scored", { value: dimensions.some, n: dimensions.all }),
    fact(place, "foundation-workstreams-with-owner", share(owned)),
    fact(place, "used-components-reviewed-in-ninety-days", share(reviewed)),
    fact(place, "criteria-signed-and-standing", { value: signed.some, n: signed.all }),
  ]
}

const share = ({ some, all }: Counted) => ({ value: all === 0 ? 0 : some / all, n: all })

function fact({ today }: Place, metric: string, { value, n }: { value: number; n: number }): Fact {
  const asOf = `${today}T00:00:00.000Z`
  return {
    ...{ metric, value, n, asOf, takenAt: asOf },
    dimension: "",
    region: "",
    workspace: "",
    statement: null,
    reason: null,
    factSetId: null,
  }
}

/** The phase that is called foundation in every release. */
async function foundationOwners(reader: Transaction, { programmeId }: Place): Promise<Counted> {
  const where = { programmeId, phase: { key: "foundation" } }
  const rows = await reader.workstream.findMany({ where, select: { ownerId: true } })
  return { some: rows.filter(({ ownerId }) => ownerId !== null).length, all: rows.length }
}

/** A component in use counts as reviewed when somebody said within ninety days what the programme does with it. */
async function reviewedComponents(reader: Transaction, { programmeId, today }: Place): Promise<Counted> {
  const where = { programmeId, state: { in: ["piloting" as const, "in_production" as const, "retiring" as const] } }
  const used = await reader.componentAdoption.findMany({ where, select: { componentKey: true } })
  if (used.length === 0) return { some: 0, all: 0 }
  const since = `${dayOf(ordinalOf(today) - 90)}T00:00:00.000Z`
  const said = await reader.$queryRaw<{ component: string }[]>`
    SELECT DISTINCT data->>'component' AS component FROM audit_event
    WHERE chain_id = ${programmeId}::uuid AND type = 'adoption.set' AND at >= ${since}::timestamptz`
  const reviewed = new Set(said.map(({ component }) => component))
  return { some: used.filter(({ componentKey }) => reviewed.has(componentKey)).length, all: used.length }
}

/** A signed criterion stands as long as none of its checks is contradicted. */
async function signedCriteria(reader: Transaction, { programmeId, today }: Place): Promise<Counted> {
  const criteria = await reader.criterion.findMany({
    where: { programmeId, removedAt: null },
    select: { signedAt: true, checks: { select: { checkId: true } } },
  })
  const signed = criteria.filter(({ signedAt }) => signedAt !== null)
  const checkIds = signed.flatMap(({ checks }) => checks.map(({ checkId }) => checkId))
  const contradicted = await contradictedAt(reader, programmeId, today, checkIds)
  const standing = signed.filter(({ checks }) => checks.every(({ checkId }) => !contradicted.has(checkId)))
  return { some: standing.length, all: criteria.length }
}
