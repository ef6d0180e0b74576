import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { CurrentPlan, PlannedItem } from "../current-plan"
import type { ProjectFile } from "../mspdi/project-file"
import { ownKeyOf } from "../own-fields"
import { travelled } from "../plain-text"
import { baselinesOf } from "./baselines"
import { calendarOf } from "./calendar"
import type { ChangedItem, ImportOptions, ImportPlan, ItemValues, NewItem, PlannedOwner } from "./import-plan"
import { leavesAsMuch, valuesOf } from "./item-values"
import { circleOf, linksOf } from "./links"
import { peopleOf } from "./people"
import { type Places, placesOf } from "./places"
import { importKeyOf, nameOf, type Reading, readingOf } from "./reading"
import { counted } from "./remarks"

export type ImportRefusal =
  | { readonly code: "circle"; readonly members: readonly string[] }
  | { readonly code: "nothing-in-it" }

/**
 * Decides what the import of a file does to a plan: tasks become work items under the workstream named like their
 * summary, links become links, and what cannot be taken as it is is said. Rows that an earlier import or export has made
 * are found again. Nothing is written.
 */
export function planImport(
  file: ProjectFile,
  plan: CurrentPlan,
  options: ImportOptions,
): Result<ImportPlan, ImportRefusal> {
  const reading = readingOf(file, plan, options)
  const places = placesOf(reading)
  if (places.items.size === 0 && file.tasks.every(({ summary }) => summary)) return refuse({ code: "nothing-in-it" })
  const links = linksOf(reading, places)
  const circle = circleOf(reading, places, links.added)
  if (circle) return refuse({ code: "circle", members: circle })
  const people = peopleOf(reading)
  const items = itemsOf(reading, places, people.ownerOf)
  sayOfWhole(reading)
  return ok({
    newWorkstreams: Array.from(places.newWorkstreams, ([name, each]) => ({ name, ...each })),
    ...items,
    ...{ newLinks: links.added, changedLinks: links.changed, sameLinks: links.same },
    ...{ newPeople: people.added, matchedPeople: people.matched },
    ...{ baselines: baselinesOf(reading, places), calendar: calendarOf(reading) },
    ...{ changed: reading.remarks.changed, leftOut: reading.remarks.leftOut, moreRemarks: reading.remarks.more },
  })
}

function itemsOf(reading: Reading, places: Places, ownerOf: ReturnType<typeof peopleOf>["ownerOf"]) {
  const newItems: NewItem[] = []
  const changedItems: ChangedItem[] = []
  let sameItems = 0
  for (const { task, existing, workstream } of places.items.values()) {
    const values = valuesOf(reading, task)
    const importKey = importKeyOf(reading.file, task)
    const owner = ownerOf(task)
    if (!existing) {
      newItems.push({ uid: task.uid, importKey, workstream, values, owner })
      continue
    }
    const changes = changesOf(existing, values, task.estimated && existing.likely === null)
    const nextOwner = isOwnerSame(existing, owner) ? null : owner
    if (Object.keys(changes).length === 0 && nextOwner === null) sameItems += 1
    else
      changedItems.push({
        uid: task.uid,
        id: existing.id,
        version: existing.version,
        importKey,
        changes,
        owner: nextOwner,
      })
  }
  return { newItems, changedItems, sameItems }
}

const isOwnerSame = (item: PlannedItem, owner: PlannedOwner | null): boolean =>
  owner === null || ("id" in owner && owner.id === item.ownerId)

/** Durations travel in seconds: what differs by less is the same. */
const isNear = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) * 480 * 60 <= 1.5)

/** The members that a file says differently. Estimates around the likely one stay where the file does not reach them. */
function changesOf(item: PlannedItem, values: ItemValues, isUnestimated: boolean): Partial<ItemValues> {
  const changes: { -readonly [Key in keyof ItemValues]?: ItemValues[Key] } = {}
  if (travelled(item.title) !== travelled(values.title)) changes.title = values.title
  if (travelled(item.description) !== travelled(values.description)) changes.description = values.description
  if (
    !isUnestimated &&
    !(
      isNear(item.likely, values.likely) &&
      isNear(item.optimistic, values.optimistic) &&
      isNear(item.pessimistic, values.pessimistic)
    )
  ) {
    Object.assign(changes, estimateOver(item, values))
  }
  if (item.status !== values.status) changes.status = values.status
  if (values.reason !== null && travelled(item.reason ?? "") !== travelled(values.reason))
    changes.reason = values.reason
  if (item.percent !== values.percent) changes.percent = values.percent
  if (item.startNoEarlierThan !== values.startNoEarlierThan) changes.startNoEarlierThan = values.startNoEarlierThan
  if (item.constraintType !== values.constraintType || item.constraintDay !== values.constraintDay)
    Object.assign(changes, { constraintType: values.constraintType, constraintDay: values.constraintDay })
  if (!isLeftAlike(item, values)) changes.remainingDays = values.remainingDays
  if (item.deadline !== values.deadline) changes.deadline = values.deadline
  if (item.actualStart !== values.actualStart) changes.actualStart = values.actualStart
  if (item.actualFinish !== values.actualFinish) changes.actualFinish = values.actualFinish
  return changes
}

/** Whether as much is left here as in the file, whichever of the two says it by the percentage. */
function isLeftAlike(item: PlannedItem, { remainingDays, likely, percent }: ItemValues): boolean {
  if (isNear(item.remainingDays, remainingDays)) return true
  return remainingDays === null && item.remainingDays !== null && leavesAsMuch(item.remainingDays, likely ?? 1, percent)
}

function estimateOver(item: PlannedItem, { optimistic, likely, pessimistic }: ItemValues) {
  const isOnePoint = optimistic === likely && pessimistic === likely && likely !== null
  if (!isOnePoint) return { optimistic, likely, pessimistic }
  if (isNear(item.likely, likely)) return {}
  return {
    optimistic: Math.min(item.optimistic ?? likely, likely),
    likely,
    pessimistic: Math.max(item.pessimistic ?? likely, likely),
  }
}

function sayOfWhole({ file, remarks, outline }: Reading): void {
  if (file.emptyTasks > 0) remarks.leave(null, counted(file.emptyTasks, "empty line"), "It's empty.")
  const external = file.tasks.filter((each) => each.external)
  for (const task of external) remarks.leave(nameOf(task), "The task", "It refers to another file.")
  for (const task of file.tasks.filter((each) => each.summary && ownKeyOf(file, each) === null)) {
    if (task.constraint !== "ASAP" || task.deadline !== null)
      remarks.leave(nameOf(task), "Fixed dates of this summary", "Workstream dates follow from their work.")
    if (task.notes) remarks.leave(nameOf(task), "Notes of this summary", "Existing workstreams keep their description.")
    const parent = outline.parentOf.get(task.uid)
    if (!parent && hasDeeper(file, task.uid))
      remarks.change(
        nameOf(task),
        "Summary skipped.",
        "A task's nearest summary becomes its workstream; higher levels are skipped.",
      )
  }
  if (!file.fromStart) remarks.change(null, "Scheduled from the start.", "The file is scheduled from the finish.")
}

const hasDeeper = ({ tasks }: ProjectFile, uid: number): boolean => {
  const at = tasks.findIndex((each) => each.uid === uid)
  return tasks[at + 1]?.summary ?? false
}
