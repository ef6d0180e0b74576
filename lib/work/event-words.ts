import type { WordTable } from "@/lib/door/audit/wording"
import { wordsOf } from "@/lib/records/wording"
import { sprint } from "./sprint"
import { team } from "./team"

const counted = (count: unknown) => `${typeof count === "number" ? count : 0} ${count === 1 ? "item" : "items"}`

/** The words for what happens to teams and sprints. */
export const workWords: WordTable = {
  ...wordsOf(team),
  ...wordsOf(sprint),
  "sprint.started": ({ data }) => `started the sprint with ${counted(data.committed)}`,
  "sprint.closed": ({ data }) =>
    `closed the sprint: ${counted(data.done)} done, ${counted(data.carriedOver)} carried over`,
  "sprint.reopened": () => "reopened the sprint",
}
