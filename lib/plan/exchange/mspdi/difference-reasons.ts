import type { Outline } from "./outline"
import type { FileTask, ProjectFile } from "./project-file"
import type { Spans } from "./spans"

export type DifferenceWords = { readonly task: FileTask; readonly differences: readonly { readonly field: string }[] }

const spanWords = {
  elapsed: "Its duration counts the hours of the clock, slack those of the calendar.",
  "task-calendar": "It has a calendar of its own, and slack here counts in the file's.",
  "resource-calendar": "Who does it works in another calendar, and slack here counts in the file's.",
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
    if (cause) return `It waits for "${cause.name}", which differs.`
    const later = followers.get(task.uid)?.find(({ uid }) => differing.has(uid))
    if (later) return `"${later.name}" waits for it and differs.`
    if (!file.fromStart) return "The file is planned backwards from its finish; here work is planned from the start."
    if (file.manyPaths)
      return "The file counts slack of each path to its own end; here it counts to the end of all work."
    const isSlackOnly = !hasMoved(task.uid)
    if (isSlackOnly && outline.leaves.some(({ uid }) => hasMoved(uid)))
      return "Slack counts to the end of the plan, which differs."
    return "The file does not say why: it may have been saved before it was computed again."
  }
}

function summariesOf(task: FileTask, { parentOf }: Outline): FileTask[] {
  const above: FileTask[] = []
  for (let next = parentOf.get(task.uid); next; next = parentOf.get(next.uid)) above.push(next)
  return above
}

function ownReason(task: FileTask, spans: Spans): string | null {
  if (task.summary) return null
  if (task.manual) return "It is scheduled by hand in the file."
  const kind = spans.kindOf(task)
  if (kind) return spanWords[kind]
  if (task.constraint === "ALAP")
    return "It is planned as late as possible in the file; here work is planned as early as possible."
  if (task.percent > 0 || task.actualStart !== null)
    return "Work on it has begun: the file keeps what is left apart from what is done."
  if (task.levelingDelay !== 0) return "Project moved it so that nobody has too much to do at once."
  if (task.constraint !== "ASAP" && task.constraint !== "SNET")
    return "A date that is fixed in the file and its links ask for different things."
  if (isSplit(task, spans)) return "It is split in the file: work on it pauses."
  return null
}

function isSplit({ start, finish, minutes }: FileTask, { clock }: Spans): boolean {
  return start !== null && finish !== null && clock.minutesAt(finish) - clock.minutesAt(start) > minutes + 1
}
