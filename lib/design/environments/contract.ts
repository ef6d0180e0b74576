import { contractsOf } from "@/lib/records/contracts"
import { environment } from "./environment"

export const environmentContracts = contractsOf(environment)
