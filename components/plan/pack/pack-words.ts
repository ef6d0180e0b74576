type Offer = {
  readonly part: string
  readonly what: "added" | "changed" | "retired"
  readonly state: "open" | "kept" | "with"
}

const parts: Readonly<Record<string, readonly [string, string]>> = {
  phase: ["phase", "phases"],
  stage: ["stage", "stages"],
  workstream: ["workstream", "workstreams"],
  activity: ["activity", "activities"],
  link: ["link", "links"],
  check: ["check", "checks"],
  criterion: ["line of the checklist", "lines of the checklist"],
  component: ["component", "components"],
}
export const partOrder = Object.keys(parts)
export const sayPart = (part: string, count: number): string => parts[part]?.[count === 1 ? 0 : 1] ?? part

const fields: Readonly<Record<string, string>> = {
  ...{ name: "Name", title: "Title", summary: "Summary", description: "Description", weeks: "Range", role: "Role" },
  ...{ phase: "Phase", estimate: "Estimate", lag: "Lag", sentence: "Sentence", kind: "Kind", dueGate: "Due gate" },
  ...{
    rule: "Rule",
    signers: "Signers",
    checks: "Checks",
    status: "Status",
    plane: "Plane",
    stages: "Stages",
    note: "Note",
  },
}
export const sayField = (field: string): string => fields[field] ?? field

/** What there is to take over, in a sentence: `12 activities and 9 checks added, 14 checks changed.` */
export function sayOffered(offers: readonly Offer[]): string {
  const open = offers.filter(({ state }) => state === "open")
  const sentences = (["added", "changed", "retired"] as const).flatMap((what) => {
    const counts = partOrder.flatMap((part) => {
      const count = open.filter((each) => each.what === what && each.part === part).length
      return count > 0 ? [`${count} ${sayPart(part, count)}`] : []
    })
    return counts.length > 0 ? [`${joined(counts)} ${what}`] : []
  })
  return sentences.length > 0 ? `${sentences.join("; ")}.` : "Nothing is open to take over."
}

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
