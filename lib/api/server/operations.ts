import { appOrigin } from "@/lib/access/server/origin"
import { accountsOperations } from "@/lib/accounts/server/operations"
import { assuranceOperations } from "@/lib/assurance/server/operations"
import { proofOperations } from "@/lib/assurance/server/proof-operations"
import { auditOperations } from "@/lib/audit/server/operations"
import { answer, type Operation } from "@/lib/audit/server/serve"
import { catalogueOperations } from "@/lib/catalogue/server/operations"
import { connectionOperations } from "@/lib/connection/server/operations"
import { exchangeOperations } from "@/lib/exchange/server/operations"
import { factsOperations } from "@/lib/facts/server/operations"
import { forecastOperations } from "@/lib/forecast/server/operations"
import { packOperations } from "@/lib/pack/server/operations"
import { reportsOperations } from "@/lib/reports/server/operations"
import { risksOperations } from "@/lib/risks/server/operations"
import { roadmapOperations } from "@/lib/roadmap/server/operations"
import { getOpenApi } from "../contract"
import { openApiOf } from "../openapi"

const domains: readonly Operation[] = [
  ...auditOperations,
  ...accountsOperations,
  ...packOperations,
  ...roadmapOperations,
  ...exchangeOperations,
  ...catalogueOperations,
  ...risksOperations,
  ...forecastOperations,
  ...factsOperations,
  ...connectionOperations,
  ...assuranceOperations,
  ...proofOperations,
  ...reportsOperations,
]

/** Every write and every read of the product. The router, the documentation and the tests are made from it. */
export const operations: readonly Operation[] = [
  ...domains,
  answer(getOpenApi, "public", async () => ({ ...openApiOf(operations, appOrigin()), openapi: "3.1.0" })),
]
