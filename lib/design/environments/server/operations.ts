import { operationsOf } from "@/lib/records/server/operations"
import { environmentContracts } from "../contract"
import { environment } from "../environment"

export const environmentOperations = operationsOf(environment, environmentContracts)
