import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { type DeclaredWorkspace, finderOf, keyOfDeclared, plainRegion, undeclaredOf } from "../scope/scope"
import type { FactScopeView } from "../scope-contract"
import { findKnownWorkspaces, findSaidScope } from "./declared-scope"
import { findScopeChanges } from "./scope-commands"
import { findStanding } from "./standing-sets"

/** The scope of a programme: who must report, who has and when, and who is known beside. */
export async function findFactScope(actor: ProgrammeActor): Promise<FactScopeView> {
  const { programmeId } = actor
  const { prisma } = database()
  const { silent } = await findStanding(prisma, programmeId)
  const said = await findSaidScope(prisma, programmeId)
  const named = await findKnownWorkspaces(prisma, programmeId, silent)
  const regions = await prisma.$queryRaw<{ region: string; newest: Date }[]>`
    SELECT region, max(as_of) AS newest FROM fact
    WHERE programme_id = ${programmeId}::uuid AND region <> '' AND NOT fact_set_id = ANY(${[...silent]}::uuid[])
    GROUP BY region`
  const find = finderOf({ ...said, known: [] })
  const ofWorkspace = (each: DeclaredWorkspace) =>
    newest(named.filter(({ workspace, listed }) => !listed && find(workspace) === each))
  const ofRegion = (name: string | null) =>
    name === null ? null : newest(regions.filter(({ region }) => plainRegion(region) === plainRegion(name)))
  const undeclared = undeclaredOf({ ...said, known: [...said.removed, ...named.map(({ workspace }) => workspace)] })
  const listed = new Set(named.flatMap(({ listed, workspace }) => (listed ? undeclaredName(workspace) : [])))
  const reported = new Set(named.flatMap(({ listed, workspace }) => (listed ? [] : undeclaredName(workspace))))
  const changes = await findScopeChanges(programmeId)
  return {
    declared: said.declared.map((each) => ({
      ...{ environmentId: each.id, name: each.name, workspace: keyOfDeclared(each), region: each.region },
      ...{ lastFact: ofWorkspace(each), lastRegionFact: ofRegion(each.region) },
    })),
    undeclared: undeclared.map((workspace) => ({
      workspace,
      known: listed.has(workspace) ? "account" : reported.has(workspace) ? "facts" : "removed",
    })),
    excluded: said.excluded.flatMap((name) => changes.find((each) => each.confirmed && each.workspace === name) ?? []),
    waiting: changes.filter(({ confirmed }) => confirmed === null),
    listed: newest(named.filter((each) => each.listed)),
    may: { change: actor.may("facts.import"), self: actor.personId },
  }
}

const undeclaredName = (workspace: string): string[] => undeclaredOf({ declared: [], excluded: [], known: [workspace] })

function newest(rows: readonly { readonly newest: Date }[]): string | null {
  const latest = rows.reduce((most, row) => Math.max(most, row.newest.getTime()), 0)
  return latest === 0 ? null : new Date(latest).toISOString()
}
