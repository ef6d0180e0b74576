import { rounded } from "@/lib/base/kernel/rounded"
import type { SlackToGate } from "./slack"

/** `4 working days to its target`, `6 working days late for its target`, or that no days are left or no target is set. */
export function saySlackToGate({ slack }: Pick<SlackToGate, "slack">): string {
  if (slack === null) return "no target set"
  const size = rounded(Math.abs(slack), 1)
  if (size === 0) return "no days left to its target"
  const days = `${size} working ${size === 1 ? "day" : "days"}`
  return slack < 0 ? `${days} late for its target` : `${days} to its target`
}
