import type { Outline } from "./outline"
import type { FileTask, ProjectFile } from "./project-file"
import type { Spans } from "./spans"

export type DifferenceWords = { readonly task: FileTask; readonly differences: readonly { readonly field: string }[] }

const spanWords = {
  elapsed: "Its duration is in elapsed time; slack is in working time.",
  "task-calendar": "It has its own calendar; slack is calculated with the file's calendar.",
  "resource-calendar": "Its resource has another calendar; slack is calculated with the file's calendar.",
} as const

/** Why a task's answers differ, as far as it can be told: by itself, by what it waits for, or by what waits for it. */
export function reasonsFor(file: ProjectFile, outline: Outline, spans: Spans, wrong: readonly DifferenceWords[]) {
  const differing = new Map(
    wrong.map(({ task, differences }) => [task.uid, new Set(differences.map(({ field }) => field))]),
  )
  const followers = new Map<number, FileTask[]>()
  for (const task of file.tasks)
    for (const { fromUid } of task.links) followers.set(fromUid, [...(followers.get(fromUid) ?? []), task])
  const hasMoved = (uid: number) => differing.get(uid)?.has("earlyStart") || differing.get(uid)?.has("earlyFinish")
  return (task: FileTask): string => {
    const own = ownReason(task, spans)
    if (own) return own
    const leaves = task.summary ? (outline.leavesOf.get(task.uid) ?? []) : []
    const part = leaves.find(({ uid }) => differing.has(uid))
    if (part) return `It is a summary of "${part.name}", which differs.`
    const before = [task, ...summariesOf(task, outline)].flatMap(({ links }) => links)
    const cause = before.map(({ fromUid }) => outline.byUid.get(fromUid)).find((each) => each && hasMoved(each.uid))
    if (cause) return `Its predecessor "${cause.name}", which differs.`
    const later = followers.get(task.uid)?.find(({ uid }) => differing.has(uid))
    if (later) return `"${later.name}" is its successor and differs.`
    if (!file.fromStart) return "The file is scheduled from the finish; Lakeward schedules from the start."
    if (file.manyPaths) return "The file calculates slack per path; Lakeward calculates it to the end of the plan."
    const isSlackOnly = !hasMoved(task.uid)
    if (isSlackOnly && outline.leaves.some(({ uid }) => hasMoved(uid)))
      return "Slack depends on the end of the plan, which differs."
    return "Unknown. The file may have been saved before it was recalculated."
  }
}

function summariesOf(task: FileTask, { parentOf }: Outline): FileTask[] {
  const above: FileTask[] = []
  for (let next = parentOf.get(task.uid); next; next = parentOf.get(next.uid)) above.push(next)
  return above
}

function ownReason(task: FileTask, spans: Spans): string | null {
  if (task.summary) return null
  if (task.manual) return "Manually scheduled in the file."
  const kind = spans.kindOf(task)
  if (kind) return spanWords[kind]
  if (task.constraint === "ALAP")
    return "Scheduled as late as possible in the file; Lakeward schedules as soon as possible."
  if (task.percent > 0 || task.actualStart !== null) return "In progress: the file splits remaining and completed work."
  if (task.levelingDelay !== 0) return "Moved by resource levelling in Microsoft Project."
  if (task.constraint !== "ASAP" && task.constraint !== "SNET")
    return "A fixed date in the file conflicts with its dependencies."
  if (isSplit(task, spans)) return "Split task in the file."
  return null
}

function isSplit({ start, finish, minutes }: FileTask, { clock }: Spans): boolean {
  return start !== null && finish !== null && clock.minutesAt(finish) - clock.minutesAt(start) > minutes + 1
}
