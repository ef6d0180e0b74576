import { type Refused, refuse } from "@/lib/base/kernel/result"
import type { WorkItemChange, WorkItemView } from "./work-item-shapes"

/** What of a change cannot be kept beside the rest, in sentences. Nothing that was sent is dropped without a word. */
export const misfits = {
  "not-started": {
    status: 422,
    sentence: "An item that has not started can't have an actual start. Set its status to In progress as well.",
  },
  "not-done": { status: 422, sentence: "Only a done item has an actual finish. Set its status to Done as well." },
  "start-needed": {
    status: 422,
    sentence: "A started item needs an actual start. To clear it, set its status to Not started.",
  },
  "finish-needed": {
    status: 422,
    sentence: "A done item needs an actual finish. To clear it, set its status to In progress.",
  },
  "percent-of-status": {
    status: 422,
    sentence: "A done item is at 100% and one that has not started at 0%. Change its status as well.",
  },
  "reason-of-status": {
    status: 422,
    sentence: "Only blocked and dropped items have a reason. Change its status as well.",
  },
  "nothing-to-confirm": { status: 422, sentence: "There is no estimate to confirm. Enter one as well." },
} as const
export type Misfit = keyof typeof misfits

type Asked = Pick<WorkItemChange, "actualStart" | "actualFinish" | "percent" | "reason" | "estimateConfirmed">
const codes: Readonly<Record<keyof Asked, (given: unknown) => Misfit>> = {
  actualStart: (given) => (given === null ? "start-needed" : "not-started"),
  actualFinish: (given) => (given === null ? "finish-needed" : "not-done"),
  percent: () => "percent-of-status",
  reason: () => "reason-of-status",
  estimateConfirmed: () => "nothing-to-confirm",
}
const fields = ["actualStart", "actualFinish", "percent", "reason", "estimateConfirmed"] as const

/** The first member of a change that came out otherwise than it was sent, by name; null where all were taken. */
export function misfitOf(before: WorkItemView, change: Asked, after: WorkItemView): Refused<Misfit> | null {
  const isDropped = (field: keyof Asked): boolean => {
    const given = change[field]
    if (given === undefined || given === after[field]) return false
    return given !== null || before[field] !== null
  }
  const path = fields.find(isDropped)
  if (!path) return null
  const code = codes[path](change[path])
  return refuse(code, { fields: [{ path, message: misfits[code].sentence }] })
}
