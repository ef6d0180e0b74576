import type { WordTable } from "@/lib/door/audit/wording"

const said = (part: unknown) => (typeof part === "string" ? [...part].join(" and ") : "nothing")

/** The words for what happens to who does what. */
export const teamWords: WordTable = {
  "raci.changed": ({ data }, { name }) =>
    `changed the RACI of ${(typeof data.person === "string" ? name(data.person) : null) ?? "someone"} from ${said(data.from)} to ${said(data.to)}`,
}
