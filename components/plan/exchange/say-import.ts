import type { ProjectFileImported, ProjectFilePreview } from "@/lib/plan/exchange/contract"

const many = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`

/** "a, b and c", without what there is none of. */
function listed(parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null)
  const last = said.at(-1) ?? ""
  return said.length < 2 ? last : `${said.slice(0, -1).join(", ")} and ${last}`
}

/** What an import would do, in one sentence. */
export function saySummary({ title, counts, newWorkstreams, newPeople, baselines }: ProjectFilePreview): string {
  const { newItems, changedItems, sameItems, newLinks, changedLinks } = counts
  const would = listed([
    newItems > 0 ? many(newItems, "new work item") : null,
    changedItems > 0 ? many(changedItems, "changed work item") : null,
    newWorkstreams.length > 0 ? many(newWorkstreams.length, "new workstream") : null,
    newLinks > 0 ? many(newLinks, "new dependency") : null,
    changedLinks > 0 ? many(changedLinks, "changed dependency") : null,
    newPeople.length > 0 ? many(newPeople.length, "new person", "new people") : null,
    baselines.length > 0 ? many(baselines.length, "baseline") : null,
  ])
  const same = sameItems > 0 ? ` ${many(sameItems, "work item is", "work items are")} already up to date.` : ""
  return would ? `"${title}" brings ${would}.${same}` : `"${title}" contains nothing new.${same}`
}

/** What an import did. */
export function sayImported(done: ProjectFileImported): string {
  const did = listed([
    done.newItems > 0 ? many(done.newItems, "new work item") : null,
    done.changedItems > 0 ? many(done.changedItems, "changed work item") : null,
    done.newWorkstreams > 0 ? many(done.newWorkstreams, "new workstream") : null,
    done.newLinks + done.changedLinks > 0 ? many(done.newLinks + done.changedLinks, "link") : null,
    done.newPeople > 0 ? many(done.newPeople, "new person", "new people") : null,
  ])
  return did ? `Imported: ${did}.` : "Imported. Nothing changed."
}
