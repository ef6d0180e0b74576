import type { PlannedItem } from "../current-plan"
import type { FileTask } from "../mspdi/project-file"
import { ownKeyOf } from "../own-fields"
import { travelled } from "../plain-text"
import type { PlannedWorkstream } from "./import-plan"
import type { Reading } from "./reading"
import { counted } from "./remarks"

type WorkstreamOf = (task: FileTask) => PlannedWorkstream

/** What an earlier import called an item: the GUID of its task with the UID, or the file and the UID. */
const KEY = /^guid:(\S+)(?: uid:(\d+))?$/

/**
 * The items that tasks of a file are already: by our own field, by GUID, or by UID in the same file. Where a file has lost its
 * GUIDs since, a task is the item of the same UID and name, or of a name that is there once in its workstream; but only when
 * at least half of such tasks are found so, since two files may well have a task of the same name.
 */
export function recogniser(reading: Reading, tasks: readonly FileTask[], workstreamOf: WorkstreamOf) {
  const { file, plan } = reading
  const byId = new Map(plan.items.map((item) => [item.id, item]))
  const byKey = new Map(
    plan.items.flatMap((item) => (item.importKey ? [[plainKey(item.importKey), item] as const] : [])),
  )
  const found = new Map<number, PlannedItem>()
  const taken = new Set<string>()
  for (const task of tasks) {
    const keys = [
      ...(task.guid ? [`guid:${task.guid}`] : []),
      ...file.identities.map((each) => `uid:${each}:${task.uid}`),
    ]
    const item = byId.get(ownKeyOf(file, task)?.id ?? "") ?? keys.map((key) => byKey.get(key)).find((each) => each)
    if (!item || taken.has(item.id)) continue
    taken.add(item.id)
    found.set(task.uid, item)
  }
  const nameless = tasks.filter((task) => !task.guid && !found.has(task.uid))
  const free = plan.items.filter(({ id, importKey }) => !taken.has(id) && KEY.test(importKey ?? ""))
  const guessed = byNames(nameless, free, workstreamOf)
  if (guessed.size > 0 && guessed.size * 2 >= nameless.length) {
    for (const [uid, item] of guessed) found.set(uid, item)
    reading.remarks.change(
      null,
      `${counted(guessed.size, "task is", "tasks are")} recognised by number and name.`,
      "The file has no GUIDs for them any more.",
    )
  }
  return found
}

const plainKey = (key: string): string => key.replace(/^(guid:\S+) uid:\d+$/, "$1")

function byNames(tasks: readonly FileTask[], free: readonly PlannedItem[], workstreamOf: WorkstreamOf) {
  const found = new Map<number, PlannedItem>()
  const taken = new Set<string>()
  const take = (task: FileTask, item: PlannedItem | undefined) => {
    if (!item || taken.has(item.id)) return
    taken.add(item.id)
    found.set(task.uid, item)
  }
  const byNumber = new Map(free.map((item) => [numbered(KEY.exec(item.importKey ?? "")?.[2] ?? "", item.title), item]))
  for (const task of tasks) take(task, byNumber.get(numbered(String(task.uid), task.name)))
  const left = free.filter(({ id }) => !taken.has(id))
  const names = grouped(left, ({ workstreamId, title }) => `${workstreamId} ${travelled(title)}`)
  const others = grouped(
    tasks.filter(({ uid }) => !found.has(uid)),
    (task) => {
      const place = workstreamOf(task)
      return place.kind === "workstream" ? `${place.id} ${travelled(task.name)}` : ""
    },
  )
  for (const [name, [task, ...more]] of others) {
    const items = names.get(name)
    if (task && more.length === 0 && items?.length === 1) take(task, items[0])
  }
  return found
}

const numbered = (uid: string, name: string): string => `${uid} ${travelled(name)}`

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else if (key !== "") groups.set(key, [row])
  }
  return groups
}
