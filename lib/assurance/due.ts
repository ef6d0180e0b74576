import type { Day } from "@/lib/base/kernel/day"
import type { GateView } from "@/lib/plan/roadmap/views"

/** Whether what a gate asks for is due: the gate was passed, or the day it should be passed on has come. */
export const gateHasCome = ({ passedAt, targetDay }: Pick<GateView, "passedAt" | "targetDay">, today: Day): boolean =>
  passedAt !== null || (targetDay !== null && targetDay <= today)
