import { answer, type Operation, serve } from "@/lib/door/server/serve"
import * as contracts from "../contract"
import { applyRelease } from "./adopt"
import { findPackOffers } from "./queries"
import { revokeRelease } from "./undo"

export const adoptionOperations: readonly Operation[] = [
  answer(contracts.getPackOffers, findPackOffers),
  serve(contracts.applyRelease, applyRelease),
  serve(contracts.revokeRelease, revokeRelease),
]
