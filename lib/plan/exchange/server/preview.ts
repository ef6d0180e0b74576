import { database } from "@/lib/base/db/client"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Upload } from "@/lib/door/file"
import type { ProjectFileChoices, ProjectFilePreview } from "../contract"
import type { CurrentPlan } from "../current-plan"
import type { ImportOptions, ImportPlan, PlannedWorkstream } from "../import/import-plan"
import { type ImportRefusal, planImport } from "../import/plan-import"
import type { ProjectFile } from "../mspdi/project-file"
import { loadPlan } from "./queries"
import { readUpload } from "./read-upload"

type Refusal = "unreadable-file" | "would-circle" | "nothing-in-it" | "no-such-stage"

/** What is chosen as the mapping takes it; a stage or phase of another programme is refused. */
export function optionsOf(plan: CurrentPlan, input: ProjectFileChoices): Result<ImportOptions, "no-such-stage"> {
  const { stageId = null, phaseId = plan.phases[0]?.id ?? null } = input
  const isThere = (list: readonly { id: string }[], id: string | null) =>
    id === null || list.some((each) => each.id === id)
  if (!isThere(plan.stages, stageId) || !isThere(plan.phases, phaseId)) return refuse("no-such-stage")
  return ok({
    ...{ stageId, phaseId, addPeople: input.addPeople === "yes" },
    ...{ takeCalendar: input.takeCalendar === "yes", takeBaselines: input.takeBaselines === "yes" },
  })
}

/** Why a file cannot be taken, with the names that go round in a circle. */
export function refusedImport(refusal: ImportRefusal) {
  if (refusal.code === "nothing-in-it") return refuse("nothing-in-it")
  const names = refusal.members.slice(0, 12).map((name) => `"${name}"`)
  const detail = `Importing this file would create a circular dependency: ${names.join(", ")} depend on each other.`
  return refuse("would-circle", { detail, members: refusal.members })
}

/** Looks at a file and at what its import would do. */
export async function previewProjectFile(
  actor: ProgrammeActor,
  input: ProjectFileChoices,
  upload: Upload,
): Promise<Result<ProjectFilePreview, Refusal>> {
  const read = await readUpload(upload, { compare: true })
  if (!read.ok) return read
  const { file, comparison } = read.value
  const plan = await loadPlan(database().prisma, actor, { withLines: false })
  const options = optionsOf(plan, input)
  if (!options.ok) return options
  const planned = planImport(file, plan, options.value)
  if (!planned.ok) return refusedImport(planned.refusal)
  return ok({
    title: file.title ?? file.name ?? input.fileName ?? "Microsoft Project",
    ...{ sha256: Buffer.from(upload.sha256).toString("hex"), planSeq: actor.membership.seq },
    ...viewOf(file, plan, planned.value),
    comparison,
  })
}

const fieldWords: Readonly<Record<string, string>> = {
  ...{ title: "name", description: "description", optimistic: "estimate", likely: "estimate", pessimistic: "estimate" },
  ...{ status: "status", reason: "reason", percent: "percent", startNoEarlierThan: "start no earlier than" },
  ...{ deadline: "deadline", actualStart: "actual start", actualFinish: "actual finish" },
}

function viewOf(file: ProjectFile, plan: CurrentPlan, planned: ImportPlan) {
  const workstreams = new Map(plan.workstreams.map(({ id, name }) => [id, name]))
  const items = new Map(plan.items.map((item) => [item.id, item]))
  const placeOf = (place: PlannedWorkstream) =>
    place.kind === "new-workstream" ? place.name : (workstreams.get(place.id) ?? "")
  const { newItems, changedItems, sameItems, newLinks, changedLinks, sameLinks, matchedPeople } = planned
  const taken = [
    ...newItems.map(({ values, workstream }) => ({
      name: values.title,
      place: placeOf(workstream),
      how: "new" as const,
      fields: [],
    })),
    ...changedItems.map(({ id, changes, owner }) => ({
      name: changes.title ?? items.get(id)?.title ?? "",
      place: workstreams.get(items.get(id)?.workstreamId ?? "") ?? "",
      how: "changed" as const,
      fields: [
        ...new Set([...Object.keys(changes).map((each) => fieldWords[each] ?? each), ...(owner ? ["owner"] : [])]),
      ],
    })),
  ]
  return {
    counts: {
      ...{
        tasks: file.tasks.filter(({ summary }) => !summary).length,
        newItems: newItems.length,
        sameItems,
        sameLinks,
      },
      ...{
        changedItems: changedItems.length,
        newLinks: newLinks.length,
        changedLinks: changedLinks.length,
        matchedPeople,
      },
    },
    taken,
    newWorkstreams: [...planned.newWorkstreams],
    newPeople: [...planned.newPeople],
    baselines: planned.baselines.map(({ name, lines }) => ({ name, lines: lines.length })),
    calendar: planned.calendar && { weekend: [...planned.calendar.weekend], holidays: [...planned.calendar.holidays] },
    ...{ changed: [...planned.changed], leftOut: [...planned.leftOut], moreRemarks: planned.moreRemarks },
  }
}
