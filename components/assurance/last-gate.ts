import type { CheckView } from "@/lib/assurance/contract"
import type { Assurance } from "./use-assurance"

/** The last gate at which any of these checks is due. */
export const lastGate = (checks: readonly CheckView[], { roadmap }: Assurance): string | undefined =>
  roadmap.gates.findLast(({ id }) => checks.some(({ dueGateId }) => dueGateId === id))?.name
