import type { FileTask, ProjectFile } from "./project-file"
import type { ReadTask } from "./read-task"
import { ordinalAt } from "./values"
import { shiftsOf, workClock } from "./work-clock"

type Outlined = ReadTask & { readonly summary: boolean }

/**
 * The tasks of a file without the one that stands for the project itself. Whatever has a deeper task right after it is a
 * summary, also where a tool does not say so.
 */
export function outlined(read: readonly ReadTask[]): readonly Outlined[] {
  const tasks = standsForProject(read) ? read.slice(1) : read
  return tasks.map((task, at) => ({ ...task, summary: (tasks[at + 1]?.outlineLevel ?? 0) > task.outlineLevel }))
}

/** Project writes itself as the first task, with the UID 0, above all others. */
function standsForProject([first, second]: readonly ReadTask[]): boolean {
  if (first?.uid !== 0 || !first.isTop) return false
  return first.summary || (second ? !second.isTop : first.start === null)
}

/** A task that says no length, or none that can be, is as long as the working time between its start and its finish. */
export function withLengths(file: Omit<ProjectFile, "tasks"> & { readonly tasks: readonly Outlined[] }): ProjectFile {
  const shifts = shiftsOf(file, file.calendarUid)
  const lengthOf = ({ start, finish, elapsed }: Outlined): number | null => {
    if (start === null || finish === null || finish < start) return null
    if (elapsed) return finish - start
    const clock = workClock(shifts, ordinalAt(start))
    return clock.minutesAt(finish) - clock.minutesAt(start)
  }
  const tasks = file.tasks.map(({ isTop: _, minutes, ...task }): FileTask => {
    if (minutes !== null) return { ...task, minutes, lengthFrom: "file" }
    const found = task.milestone ? 0 : lengthOf({ ...task, isTop: false, minutes })
    return { ...task, minutes: found ?? 0, lengthFrom: found === null ? "nothing" : "dates" }
  })
  return { ...file, tasks }
}
