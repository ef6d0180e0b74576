import type { WordTable } from "@/lib/door/audit/wording"
import { wordsOf } from "@/lib/records/wording"
import { allocation } from "./allocation"
import { timeOff } from "./time-off"
import { workSchedule } from "./work-schedule"

const said = (part: unknown) => (typeof part === "string" ? [...part].join(" and ") : "nothing")

/** The words for what happens to who does what. */
export const teamWords: WordTable = {
  ...wordsOf(allocation),
  ...wordsOf(timeOff),
  ...wordsOf(workSchedule),
  "skill.changed": ({ data }, { name }) =>
    `set a skill of ${(typeof data.person === "string" ? name(data.person) : null) ?? "someone"} to ${typeof data.to === "number" ? `level ${data.to}` : "unknown"}`,
  "raci.changed": ({ data }, { name }) =>
    `changed the RACI of ${(typeof data.person === "string" ? name(data.person) : null) ?? "someone"} from ${said(data.from)} to ${said(data.to)}`,
}
