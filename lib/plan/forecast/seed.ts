import type { Id } from "@/lib/base/kernel/id"

/**
 * The seed of a programme's simulations: the last 32 bits of its id. It is always the same, so that two forecasts
 * differ by what changed in the plan and never by luck (common random numbers; P. Glasserman, D. D. Yao, 1992).
 */
export const seedOf = (programmeId: Id): number => Number.parseInt(programmeId.slice(-8), 16)
