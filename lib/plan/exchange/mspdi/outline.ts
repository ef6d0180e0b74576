import type { FileTask, ProjectFile } from "./project-file"

/** How the tasks of a file lie in each other. */
export type Outline = {
  readonly byUid: ReadonlyMap<number, FileTask>
  /** The nearest summary task. */
  readonly parentOf: ReadonlyMap<number, FileTask>
  /** Tasks of a summary, at any depth, that are no summaries themselves. */
  readonly leavesOf: ReadonlyMap<number, readonly FileTask[]>
  /** Work that is planned: neither summaries nor inactive tasks nor stand-ins for other files. */
  readonly leaves: readonly FileTask[]
}

const isPlanned = (task: FileTask): boolean => !task.summary && task.active && !task.external

export function outlineOf({ tasks }: ProjectFile): Outline {
  const parentOf = new Map<number, FileTask>()
  const leavesOf = new Map<number, FileTask[]>()
  const above: FileTask[] = []
  for (const task of tasks) {
    while ((above.at(-1)?.outlineLevel ?? -1) >= task.outlineLevel) above.pop()
    const parent = above.at(-1)
    if (parent) parentOf.set(task.uid, parent)
    if (task.summary) {
      above.push(task)
      leavesOf.set(task.uid, [])
    } else if (isPlanned(task)) for (const each of above) leavesOf.get(each.uid)?.push(task)
  }
  return { byUid: new Map(tasks.map((task) => [task.uid, task])), parentOf, leavesOf, leaves: tasks.filter(isPlanned) }
}
