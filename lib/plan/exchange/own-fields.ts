import { type Day, isDay } from "@/lib/base/kernel/day"
import { asId } from "@/lib/base/kernel/id"
import { workStatuses } from "@/lib/plan/roadmap/work-item"
import type { WorkStatus } from "@/lib/plan/roadmap/work-item-shapes"
import type { FileTask, ProjectFile } from "./mspdi/project-file"

/**
 * What our own files carry in fields that Project keeps for others: which record a task is, and what Project has no
 * words for. The numbers are Project's own for Text1 to Text3, Duration1 and Duration2.
 */
export const ownFields = {
  key: { id: "188743731", name: "Text1", alias: "Lakeward record" },
  status: { id: "188743734", name: "Text2", alias: "Lakeward status" },
  reason: { id: "188743737", name: "Text3", alias: "Lakeward reason" },
  held: { id: "188743740", name: "Text4", alias: "Lakeward held by today" },
  earliest: { id: "188743743", name: "Text5", alias: "Lakeward earliest start" },
  required: { id: "188743746", name: "Text6", alias: "Lakeward required for its gate" },
  optimistic: { id: "188743783", name: "Duration1", alias: "Optimistic" },
  pessimistic: { id: "188743784", name: "Duration2", alias: "Pessimistic" },
} as const

const ownKinds = ["item", "workstream", "gate", "stage", "gates", "link", "bridge", "links"] as const
/** A `link` stands for one that Project cannot hold as it is, a `bridge` for what a dropped item hands on. */
export type OwnKind = (typeof ownKinds)[number]
export type OwnKey = { readonly kind: OwnKind; readonly id: string }
const KEY = /^([a-z]+) ([0-9a-f-]{36})$/i

/** The record that one of our own exports says a task is. */
export function ownKeyOf(file: ProjectFile, task: FileTask): OwnKey | null {
  const match = KEY.exec(ownValue(file, task, "key") ?? "")
  const kind = ownKinds.find((each) => each === match?.[1])
  const id = asId(match?.[2])
  return kind && id ? { kind, id } : null
}

export const ownKeyText = ({ kind, id }: OwnKey): string => `${kind} ${id}`

/** The status that one of our own exports says a task has. */
export function ownStatusOf(file: ProjectFile, task: FileTask): { status: WorkStatus; reason: string | null } | null {
  const word = ownValue(file, task, "status")
  const status = workStatuses.find((each) => each === word)
  return status ? { status, reason: ownValue(file, task, "reason") } : null
}

/**
 * The earliest start that an item had before one of our exports held it at that day's date; undefined where the file does
 * not say so, or where somebody has moved it since.
 */
export function earliestBeforeHeld(
  file: ProjectFile,
  task: FileTask,
  constraintDay: Day | null,
): Day | null | undefined {
  const [held, before = "-"] = ownValue(file, task, "held")?.split(" ") ?? []
  if (!held || held !== constraintDay) return undefined
  return isDay(before) ? before : null
}

/** Whether one of our exports says of a workstream that the gate of its phase does not wait for it. */
export const isFreeOfGate = (file: ProjectFile, task: FileTask): boolean => ownValue(file, task, "required") === "no"

/** The earliest start that one of our exports has besides a constraint of another kind: a file holds one of the two. */
export function earliestBesides(file: ProjectFile, task: FileTask): Day | null {
  const day = ownValue(file, task, "earliest")
  return day !== null && isDay(day) ? day : null
}

function ownValue(
  file: ProjectFile,
  task: FileTask,
  field: "key" | "status" | "reason" | "held" | "earliest" | "required",
): string | null {
  const { id, alias } = ownFields[field]
  return file.attributeNames[id] === alias ? (task.extended[id] ?? null) : null
}

const HOURS = /^PT(\d{1,7})H(\d{1,3})M(\d{1,3})S$/

/** Minutes in a field whose name says that it is the optimistic or pessimistic duration; null where there is none. */
export function estimateField(file: ProjectFile, task: FileTask, field: "optimistic" | "pessimistic"): number | null {
  for (const [id, text] of Object.entries(task.extended)) {
    const match = file.attributeNames[id]?.toLowerCase().includes(field) ? HOURS.exec(text) : null
    if (match) return Number(match[1]) * 60 + Number(match[2]) + Number(match[3]) / 60
  }
  return null
}
