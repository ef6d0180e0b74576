import { recordOf, type WordTable } from "@/lib/door/audit/wording"

/** How custom fields are told in the history. */
export const ownFieldWords: WordTable = {
  "own-field.added": ({ data }) => `added the custom field “${String(data.label ?? "")}”`,
  "own-field.changed": ({ data }) => {
    const [before, after] = [recordOf(data.before).label, recordOf(data.changes).label]
    return before === after
      ? `changed the options of the custom field “${String(after ?? "")}”`
      : `renamed the custom field “${String(before ?? "")}” to “${String(after ?? "")}”`
  },
  "own-field.removed": ({ data }) => `removed the custom field “${String(data.label ?? "")}”`,
  "own-field.restored": ({ data }) => `restored the custom field “${String(data.label ?? "")}”`,
}
