import type * as z from "zod"
import type { Transaction } from "@/lib/base/db/client"
import { cut } from "@/lib/base/kernel/cut"
import { refuse } from "@/lib/base/kernel/result"
import { visible } from "@/lib/base/kernel/visible-text"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { EventDraft } from "@/lib/door/audit/event"
import type { Upload } from "@/lib/door/file"
import { type CommandResult, done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { holdPlan } from "@/lib/plan/roadmap/server/shape"
import type { ProjectFileImported } from "../contract"
import * as contracts from "../contract"
import type { CurrentPlan } from "../current-plan"
import type { ImportOptions, ImportPlan } from "../import/import-plan"
import { planImport } from "../import/plan-import"
import type { ProjectFile } from "../mspdi/project-file"
import { keepBefore, writeBaselines } from "./import-baselines"
import { addPeople, addWorkstreams, takeCalendar } from "./import-groups"
import { addItems, changeItems } from "./import-items"
import { addLinks, changeLinks } from "./import-links"
import { optionsOf, refusedImport } from "./preview"
import { loadPlan } from "./queries"
import { readUpload } from "./read-upload"

type Input = z.output<typeof contracts.importProjectFile.input>
type Refusal = Extract<keyof typeof contracts.importProjectFile.refusals, string>
/** What an import writes with: ids of what it has made so far are found by name or by the UID of their task. */
export type Import = {
  readonly tx: Transaction
  readonly actor: ProgrammeActor
  readonly plan: CurrentPlan
  readonly planned: ImportPlan
  readonly options: ImportOptions
  readonly ids: {
    readonly items: Map<number, string>
    readonly workstreams: Map<string, string>
    readonly people: Map<string, string>
  }
}

/** Events are written as one statement, which the database gives a few seconds. */
const SECONDS = 60

/**
 * Takes a file into the plan as it was previewed: the same file, over a plan that nobody has changed since. The plan as it
 * was is kept as a baseline. All of it is written, or nothing.
 */
export async function importProjectFile(
  actor: ProgrammeActor,
  input: Input,
  upload: Upload,
): Promise<CommandResult<ProjectFileImported, Refusal>> {
  if (!actor.may(contracts.importProjectFile.permission)) return refuse("not-allowed")
  if (Buffer.from(upload.sha256).toString("hex") !== input.sha256) return refuse("other-file")
  const read = await readUpload(upload, { compare: false })
  if (!read.ok) return read
  return takeFile(actor, input, read.value.file)
}

/** The same for a file that was read already. */
export const takeFile = (actor: ProgrammeActor, input: Input, file: ProjectFile) =>
  transact<"plan.edit", ProgrammeActor, ProjectFileImported, Refusal>(
    actor,
    "plan.edit",
    async (tx) => {
      await holdPlan(tx, actor)
      if ((await seqOf(tx, actor)) !== input.planSeq) return refuse("plan-changed")
      const plan = await loadPlan(tx, actor, { withLines: false })
      const options = optionsOf(plan, input)
      if (!options.ok) return options
      const planned = planImport(file, plan, options.value)
      if (!planned.ok) return refusedImport(planned.refusal)
      if (planned.value.newWorkstreams.length > 0 && options.value.stageId === null) return refuse("choose-stage")
      const ids = { items: new Map(), workstreams: new Map(), people: new Map() }
      return write({ tx, actor, plan, planned: planned.value, options: options.value, ids }, nameOf(input, file))
    },
    { seconds: SECONDS },
  )

const nameOf = ({ fileName }: Input, { name, title }: ProjectFile): string =>
  cut(visible((fileName || name || title || "a project file").replaceAll(/\s+/g, " "), { lines: false }), 80)

async function seqOf(tx: Transaction, { programmeId }: ProgrammeActor): Promise<number> {
  const { seq } = await tx.auditChain.findFirstOrThrow({ where: { id: programmeId }, select: { seq: true } })
  return seq
}

async function write(work: Import, fileName: string) {
  const { planned } = work
  const before = await keepBefore(work, fileName)
  const events: EventDraft[] = [
    ...before.events,
    ...(await takeCalendar(work)),
    ...(await addPeople(work)),
    ...(await addWorkstreams(work)),
    ...(await addItems(work)),
  ]
  const changed = await changeItems(work)
  if (!changed.ok) return changed
  const relinked = await changeLinks(work)
  if (!relinked.ok) return relinked
  events.push(...changed.value, ...relinked.value, ...(await addLinks(work)), ...(await writeBaselines(work)))
  const counts = {
    ...{ newItems: planned.newItems.length, changedItems: planned.changedItems.length, sameItems: planned.sameItems },
    ...{ newLinks: planned.newLinks.length, changedLinks: planned.changedLinks.length },
    ...{ newWorkstreams: planned.newWorkstreams.length, newPeople: planned.newPeople.length },
    baselines: planned.baselines.length,
  }
  const imported: EventDraft = {
    ...{ type: "project-file.imported", subject: work.actor.programmeId },
    data: { ...counts, before: before.baseline?.id ?? null },
    texts: { fileName },
  }
  return done({ ...counts, before: before.baseline }, imported, ...events)
}
