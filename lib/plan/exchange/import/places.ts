import { cut } from "@/lib/base/kernel/cut"
import { visible } from "@/lib/base/kernel/visible-text"
import type { PlannedItem } from "../current-plan"
import type { FileTask } from "../mspdi/project-file"
import { isFreeOfGate, ownKeyOf } from "../own-fields"
import { isConnector } from "./connectors"
import type { PlannedEnd, PlannedWorkstream } from "./import-plan"
import { nameOf, type Reading } from "./reading"
import { recogniser } from "./recognise"
import { counted } from "./remarks"

/** Which records the tasks of a file are, or will be. */
export type Places = {
  /** Tasks that are work items, with the one that is here already. */
  readonly items: ReadonlyMap<
    number,
    { readonly task: FileTask; readonly existing: PlannedItem | null; readonly workstream: PlannedWorkstream }
  >
  /** Names of workstreams to be made, with how many new items each gets, and whether its gate is to wait for it. */
  readonly newWorkstreams: ReadonlyMap<string, { readonly tasks: number; readonly holdsGate: boolean }>
  /** The records that a link to or from a task leads to. */
  readonly endsOf: (task: FileTask) => readonly PlannedEnd[]
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
const MOST_NAME = 120

/** Finds for each task the record that it is: by our own key, by what it was called at an earlier import, by name. */
export function placesOf(reading: Reading): Places {
  const { file, remarks } = reading
  const items = new Map<number, { task: FileTask; existing: PlannedItem | null; workstream: PlannedWorkstream }>()
  const others = new Map<number, PlannedEnd>()
  const newWorkstreams = new Map<string, { tasks: number; holdsGate: boolean }>()
  const workstreamOf = workstreamFinder(reading)
  const tasks = file.tasks.filter((task) => !task.summary && !task.external && !isConnector(file, task))
  const found = recogniser(reading, tasks, workstreamOf)
  for (const task of tasks) {
    const other = recordOf(reading, task)
    if (other) {
      others.set(task.uid, other)
      continue
    }
    const existing = found.get(task.uid) ?? null
    const workstream = existing ? ({ kind: "workstream", id: existing.workstreamId } as const) : workstreamOf(task)
    if (workstream.kind === "new-workstream") {
      const parent = reading.outline.parentOf.get(task.uid)
      const known = newWorkstreams.get(workstream.name)
      const holdsGate = known?.holdsGate ?? !(parent && isFreeOfGate(file, parent))
      newWorkstreams.set(workstream.name, { tasks: (known?.tasks ?? 0) + 1, holdsGate })
    }
    items.set(task.uid, { task, existing, workstream })
  }
  const kept = others.size
  if (kept > 0)
    remarks.leave(
      null,
      counted(kept, "gate or workstream", "gates and workstreams"),
      "They belong to the roadmap and stay unchanged; their dependencies are imported.",
    )
  const ends = summaryEnds(reading, items, workstreamOf)
  const endsOf = (task: FileTask): readonly PlannedEnd[] => {
    if (task.summary) return ends(task)
    const other = others.get(task.uid)
    const place = items.get(task.uid)
    if (other) return [other]
    if (!place) return []
    return [place.existing ? { kind: "item", id: place.existing.id } : { kind: "new-item", uid: task.uid }]
  }
  return { items, newWorkstreams, endsOf }
}

/** A gate or workstream that is here, when one of our own files says that the task is one. */
function recordOf({ file, plan }: Reading, task: FileTask): PlannedEnd | null {
  const own = ownKeyOf(file, task)
  if (own?.kind === "workstream") {
    const found = plan.workstreams.find(({ id, name }) => id === own.id || same(name, task.name))
    return found ? { kind: "workstream", id: found.id } : null
  }
  if (own?.kind !== "gate") return null
  const found = plan.gates.find(({ id }) => id === own.id) ?? plan.gates.find(({ name }) => same(name, task.name))
  return found ? { kind: "gate", id: found.id } : null
}

/** The workstream named like the nearest summary, or a new one of that name. */
function workstreamFinder({ file, plan, outline }: Reading): (task: FileTask) => PlannedWorkstream {
  const byId = new Map(plan.workstreams.map((each) => [each.id, each]))
  const byName = new Map([...plan.workstreams].reverse().map((each) => [each.name.trim().toLowerCase(), each]))
  const whole = (file.title ?? file.name ?? "").replace(/\.(xml|mpp)$/i, "").trim() || "Imported work"
  return (task) => {
    const parent = outline.parentOf.get(task.uid)
    const name = cut(visible(parent ? nameOf(parent) : whole, { lines: false }), MOST_NAME).trim()
    const own = parent ? ownKeyOf(file, parent) : null
    const found = byId.get(own?.kind === "workstream" ? own.id : "") ?? byName.get(name.toLowerCase())
    return found ? { kind: "workstream", id: found.id } : { kind: "new-workstream", name }
  }
}

/** The workstreams that the tasks of a summary lie in. */
function summaryEnds(reading: Reading, items: Places["items"], workstreamOf: (task: FileTask) => PlannedWorkstream) {
  const known = new Map<number, readonly PlannedEnd[]>()
  return (summary: FileTask): readonly PlannedEnd[] => {
    const before = known.get(summary.uid)
    if (before) return before
    const own = ownKeyOf(reading.file, summary)
    const isHere = own?.kind === "workstream" && reading.plan.workstreams.some(({ id }) => id === own.id)
    const found = new Map<string, PlannedEnd>()
    for (const leaf of isHere ? [] : (reading.outline.leavesOf.get(summary.uid) ?? [])) {
      const end = items.has(leaf.uid) ? workstreamOf(leaf) : null
      if (end) found.set(end.kind === "workstream" ? end.id : end.name, end)
    }
    const ends = isHere && own ? [{ kind: "workstream", id: own.id } as const] : [...found.values()]
    known.set(summary.uid, ends)
    return ends
  }
}
