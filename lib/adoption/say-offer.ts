import { checksOf } from "@/lib/pack/checks"
import type { Release } from "@/lib/pack/release"
import { sayRule } from "@/lib/platform/facts/rule"
import { keptRule } from "./kept-rule"
import type { Offer } from "./offer"

type Naming = (key: string) => string
const kinds: Readonly<Record<string, string>> = {
  fact: "measured",
  attested: "attested by people",
  record: "judged over records",
}

/** What things of the two releases are called, by key; the newer name counts. */
function namingOf(releases: readonly Release[]): Naming {
  const names = new Map<string, string>()
  for (const release of releases) {
    for (const stage of release.stages)
      for (const workstream of stage.workstreams) {
        names.set(workstream.key, workstream.name)
        for (const { key, title } of workstream.activities) names.set(key, title)
      }
    for (const { key, name, gate } of release.phases) {
      names.set(key, name)
      if (gate) names.set(gate.key, gate.name)
    }
    for (const { key, name } of [...release.roles, ...release.signers]) names.set(key, name)
    for (const { check } of checksOf(release)) names.set(check.key, check.sentence)
  }
  return (key) => names.get(key) ?? key
}

function sayValue(field: string, value: string | null, naming: Naming): string | null {
  if (value === null || value === "") return null
  if (field === "rule") return value.startsWith("{") ? sayRule(keptRule(value)) : value
  if (field === "kind") return kinds[value] ?? value
  if (field === "estimate") return `${value.replaceAll("/", " / ")} d`
  if (field === "weeks") return `${value} weeks`
  if (field === "lag") return `${value} d`
  if (["role", "phase", "dueGate"].includes(field)) return naming(value)
  if (["checks", "signers"].includes(field)) return value.split(", ").map(naming).join("; ")
  return value
}

/** The offers in words: names for keys, sentences for rules. */
export function sayOffers(offers: readonly Offer[], releases: readonly Release[]): Offer[] {
  const naming = namingOf(releases)
  return offers.map((offer) => {
    const [from = "", to = "", type = ""] = offer.key.split(">")
    return {
      ...offer,
      name:
        offer.part === "link"
          ? `${naming(to)} depends on ${naming(from)}${type === "FS" ? "" : ` (${type})`}`
          : offer.name,
      fields: offer.fields.map(({ field, ...values }) => ({
        field,
        from: sayValue(field, values.from, naming),
        to: sayValue(field, values.to, naming),
        kept: values.kept === null ? null : (sayOwn(field, values.kept, naming) ?? "nothing"),
      })),
    }
  })
}

/** A programme's own rule has another form than the pack's. */
const sayOwn = (field: string, value: string, naming: Naming): string | null =>
  field === "rule" ? "a rule of your own" : sayValue(field, value, naming)
