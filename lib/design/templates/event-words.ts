import type { WordTable } from "@/lib/door/audit/wording"

const items = (count: unknown) => (count === 1 ? "1 work item" : `${String(count)} work items`)

/** The words for work that is made from templates. */
export const templateWords: WordTable = {
  "template.stamped": ({ data }) => `made ${items(data.items)} from the template ${String(data.template)}`,
  "template.withdrawn": ({ data }) => `took back ${items(data.items)} made from a template`,
}
