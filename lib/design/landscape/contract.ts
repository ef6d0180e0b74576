import * as z from "zod"
import { contractsOf } from "@/lib/records/contracts"
import { landscapeItem } from "./landscape-item"

const ProofShape = z.strictObject({
  proved: z.int().nullable().meta({ description: "Target tables written within 30 days, by facts; null: Unknown." }),
  provedAsOf: z.string().nullable().meta({ description: "The oldest of the facts behind it." }),
})

export const landscapeContracts = contractsOf(landscapeItem, ProofShape)
