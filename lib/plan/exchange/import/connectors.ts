import type { Outline } from "../mspdi/outline"
import type { FileLink, FileTask, ProjectFile } from "../mspdi/project-file"
import { ownKeyOf } from "../own-fields"

/** A milestone that one of our exports has only because Project cannot hold a link as it is. */
export const isConnector = (file: ProjectFile, task: FileTask): boolean => {
  const kind = ownKeyOf(file, task)?.kind
  return kind === "link" || kind === "bridge"
}

/** All links of a file with the task that waits; those that our export led over milestones are as they were before. */
export function linksIn(
  file: ProjectFile,
  { byUid, parentOf }: Outline,
): readonly { readonly link: FileLink; readonly to: FileTask }[] {
  const connectors = new Map(file.tasks.flatMap((task) => (isConnector(file, task) ? [[task.uid, task] as const] : [])))
  const onward = new Map<number, FileTask>()
  const plain: { link: FileLink; to: FileTask }[] = []
  for (const to of file.tasks)
    for (const link of to.links) {
      if (connectors.has(to.uid)) continue
      if (connectors.has(link.fromUid)) onward.set(link.fromUid, to)
      else plain.push({ link, to })
    }
  for (const task of connectors.values()) {
    if (ownKeyOf(file, task)?.kind !== "link") continue
    const into = task.links.filter(({ fromUid }) => byUid.has(fromUid) && !connectors.has(fromUid))
    const next = onward.get(task.uid)
    const end = parentOf.get(task.uid)
    const link = next ? into[0] : into.find(({ type }) => type === "FF" || type === "SF")
    const to = next ?? end
    if (link && to) plain.push({ link, to })
  }
  return plain
}
