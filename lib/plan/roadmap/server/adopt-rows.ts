import type { Prisma } from "@/lib/base/db/generated/client"
import { newId } from "@/lib/base/db/new-id"
import type { Check, Release, Workstream } from "@/lib/pack/release"
import type { Adopted } from "../adopt"
import { firstRanks } from "../rank"

/** The rows of a new programme, in the order in which they can be written. */
export type ProgrammeRows = {
  readonly phases: Prisma.PhaseCreateManyInput[]
  readonly gates: Prisma.GateCreateManyInput[]
  readonly stages: Prisma.StageCreateManyInput[]
  readonly workstreams: Prisma.WorkstreamCreateManyInput[]
  readonly workItems: Prisma.WorkItemCreateManyInput[]
  readonly dependencies: Prisma.DependencyCreateManyInput[]
  readonly checks: Prisma.CheckCreateManyInput[]
  readonly criteria: Prisma.CriterionCreateManyInput[]
  readonly criterionChecks: Prisma.CriterionCheckCreateManyInput[]
}
type New = { readonly programmeId: string; readonly at: Date }
type EndKind = "Item" | "Workstream" | "Gate"

/** Ids by pack key, and what kind of thing each key is. */
class Ids {
  readonly #ids = new Map<string, { id: string; kind: EndKind | "Other" }>()
  constructor(readonly made: New) {}
  make(key: string, kind: EndKind | "Other"): string {
    const id = newId(this.made.at)
    this.#ids.set(key, { id, kind })
    return id
  }
  of(key: string): string {
    const found = this.#ids.get(key)
    if (!found) throw new Error(`the pack names ${key}, but nothing has that key`)
    return found.id
  }
  end(side: "from" | "to", key: string): Record<string, string> {
    const found = this.#ids.get(key)
    return found ? { [`${side}${found.kind}Id`]: found.id } : {}
  }
  has = (key: string): boolean => this.#ids.has(key)
}

/** Turns what is adopted of a release into rows. Links and checks to what was left out are left out too. */
export function rowsOf(release: Release, adopted: Adopted, made: New): ProgrammeRows {
  const { programmeId } = made
  const ids = new Ids(made)
  const phases = release.phases.map(({ key, number, name, summary, weeks }) => ({
    ...{ id: ids.make(key, "Other"), programmeId, key, number, name, summary },
    weeksFrom: weeks === "ongoing" ? null : weeks.from,
    weeksTo: weeks === "ongoing" ? null : weeks.to,
  }))
  const gates = release.phases.flatMap(({ key: phase, gate }) =>
    gate
      ? [
          {
            id: ids.make(gate.key, "Gate"),
            programmeId,
            phaseId: ids.of(phase),
            key: gate.key,
            number: gate.number,
            name: gate.name,
          },
        ]
      : [],
  )
  const stages = adopted.stages.map(({ key, number, name, summary }) => ({
    ...{ id: ids.make(key, "Other"), programmeId, key, number, name, summary },
  }))
  const all = adopted.stages.flatMap((stage) => stage.workstreams.map((each) => ({ stage: stage.key, each })))
  const ranks = firstRanks(all.length)
  const workstreams = all.map(({ stage, each }, i) => workstreamRow(ids, stage, each, ranks[i] ?? ""))
  const workItems = itemRows(
    ids,
    all.map(({ each }) => each),
  )
  const { checks, criteria, criterionChecks } = assuranceRows(
    ids,
    release,
    all.map(({ each }) => each),
  )
  return {
    ...{ phases, gates, stages, workstreams, workItems, checks, criteria, criterionChecks },
    dependencies: linkRows(
      ids,
      release,
      all.map(({ each }) => each),
    ),
  }
}

function workstreamRow(ids: Ids, stage: string, each: Workstream, rank: string): Prisma.WorkstreamCreateManyInput {
  const { key, name, description, phase, role, estimate } = each
  const { programmeId } = ids.made
  return {
    ...{ id: ids.make(key, "Workstream"), programmeId, stageId: ids.of(stage), phaseId: ids.of(phase) },
    ...{ key, name, description, rank, roleKey: role, ...estimate },
  }
}

function itemRows(ids: Ids, workstreams: readonly Workstream[]): Prisma.WorkItemCreateManyInput[] {
  const { programmeId, at } = ids.made
  let number = 0
  return workstreams.flatMap((workstream) => {
    const ranks = firstRanks(workstream.activities.length)
    return workstream.activities.map((each, i) => {
      number += 1
      return {
        ...{ id: ids.make(each.key, "Item"), programmeId, workstreamId: ids.of(workstream.key), number },
        phaseId: each.phase && each.phase !== workstream.phase ? ids.of(each.phase) : null,
        ...{ packKey: each.key, title: each.title, description: each.description, roleKey: each.role },
        ...{ rank: ranks[i] ?? "", ...each.estimate, createdAt: at, updatedAt: at },
      }
    })
  })
}

function linkRows(ids: Ids, release: Release, workstreams: readonly Workstream[]): Prisma.DependencyCreateManyInput[] {
  const inside = workstreams.flatMap(({ activities }) =>
    activities.flatMap(({ key, after }) => after.map((from) => ({ from, to: key, type: "FS" as const, lag: 0 }))),
  )
  const { programmeId, at } = ids.made
  return [...release.links, ...inside]
    .filter(({ from, to }) => ids.has(from) && ids.has(to))
    .map(({ from, to, type, lag }) => ({
      ...{ id: newId(at), programmeId, type, lag, ...ids.end("from", from), ...ids.end("to", to) },
    }))
}

function assuranceRows(ids: Ids, release: Release, workstreams: readonly Workstream[]) {
  const { programmeId } = ids.made
  const row = (check: Check, place: { workstreamId?: string; gateId?: string }, due: string | undefined) => ({
    ...{ id: ids.make(check.key, "Other"), programmeId, key: check.key, sentence: check.sentence, kind: check.kind },
    ...place,
    dueGateId: due ? ids.of(due) : null,
  })
  const checks = [
    ...workstreams.flatMap(({ key, checks }) =>
      checks.map((each) => row(each, { workstreamId: ids.of(key) }, each.dueGate)),
    ),
    ...release.phases.flatMap(({ gate }) =>
      gate ? gate.checks.map((each) => row(each, { gateId: ids.of(gate.key) }, each.dueGate ?? gate.key)) : [],
    ),
    ...release.phases.flatMap(({ review }) => (review ? review.checks.map((each) => row(each, {}, each.dueGate)) : [])),
  ]
  const criteria = release.criteria.map(({ key, number, name, signers }) => ({
    ...{ id: ids.make(key, "Other"), programmeId, key, number, name, signerRoles: [...signers] },
  }))
  const criterionChecks = release.criteria.flatMap((criterion) =>
    criterion.checks
      .filter((key) => ids.has(key))
      .map((key) => ({ programmeId, criterionId: ids.of(criterion.key), checkId: ids.of(key) })),
  )
  return { checks, criteria, criterionChecks }
}
