import type * as z from "zod"
import type { getPackOffers } from "@/lib/adoption/contract"

export type PackOffer = z.output<typeof getPackOffers.output>["offers"][number]
