import { cut } from "@/lib/base/kernel/cut"
import { visible } from "@/lib/base/kernel/visible-text"
import type { FileTask } from "../mspdi/project-file"
import type { PlannedOwner } from "./import-plan"
import type { Reading } from "./reading"
import { counted } from "./remarks"

export type PlannedPeople = {
  readonly ownerOf: (task: FileTask) => PlannedOwner | null
  readonly added: readonly string[]
  readonly matched: number
}
const MOST_NAME = 80

/** Resources as people: those of the same name who are here, others by choice. The first who is assigned owns the item. */
export function peopleOf({ file, plan, options, remarks }: Reading): PlannedPeople {
  const here = new Map(
    plan.people.filter(({ removed }) => !removed).map(({ id, name }) => [name.trim().toLowerCase(), id]),
  )
  const owners = new Map<number, PlannedOwner>()
  const added = new Set<string>()
  let matched = 0
  for (const { uid, name, work } of file.resources) {
    const short = cut(visible(name, { lines: false }), MOST_NAME).trim()
    const id = here.get(short.toLowerCase())
    if (!work)
      remarks.leave(null, `The resource "${short}"`, "It's a material or cost resource; only people can own work.")
    else if (id) {
      owners.set(uid, { id })
      matched += 1
    } else if (options.addPeople) {
      owners.set(uid, { name: short })
      added.add(short)
    } else remarks.leave(null, `The resource "${short}"`, "No matching person, and adding people isn't selected.")
  }
  const first = new Map<number, PlannedOwner>()
  let others = 0
  for (const { taskUid, resourceUid } of file.assignments) {
    const owner = owners.get(resourceUid)
    if (owner && !first.has(taskUid)) first.set(taskUid, owner)
    else if (owner) others += 1
  }
  if (others > 0)
    remarks.leave(
      null,
      counted(others, "further assignment"),
      "A work item has one owner: the first assigned resource.",
    )
  return { ownerOf: (task) => first.get(task.uid) ?? null, added: [...added], matched }
}
