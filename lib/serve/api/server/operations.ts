import { adoptionOperations } from "@/lib/adoption/server/operations"
import { assuranceOperations } from "@/lib/assurance/server/operations"
import { proofOperations } from "@/lib/assurance/server/proof-operations"
import { catalogueOperations } from "@/lib/design/catalogue/server/operations"
import { decisionOperations } from "@/lib/design/decisions/server/operations"
import { environmentOperations } from "@/lib/design/environments/server/operations"
import { gapsOperations } from "@/lib/design/gaps/server/operations"
import { landscapeOperations } from "@/lib/design/landscape/server/operations"
import { templateOperations } from "@/lib/design/templates/server/operations"
import { useCaseOperations } from "@/lib/design/use-cases/server/operations"
import { appOrigin } from "@/lib/door/access/server/origin"
import { auditOperations } from "@/lib/door/audit/server/operations"
import { jobOperations } from "@/lib/door/jobs/server/operations"
import { answer, type Operation } from "@/lib/door/server/serve"
import { packOperations } from "@/lib/pack/server/operations"
import { accountsOperations } from "@/lib/people/accounts/server/operations"
import { inboxOperations } from "@/lib/people/inbox/server/operations"
import { exchangeOperations } from "@/lib/plan/exchange/server/operations"
import { forecastOperations } from "@/lib/plan/forecast/server/operations"
import { qualityOperations } from "@/lib/plan/quality/server/operations"
import { risksOperations } from "@/lib/plan/risks/server/operations"
import { roadmapOperations } from "@/lib/plan/roadmap/server/operations"
import { connectionOperations } from "@/lib/platform/connection/server/operations"
import { factsOperations } from "@/lib/platform/facts/server/operations"
import { commentOperations } from "@/lib/records/comments/server/operations"
import { ownFieldOperations } from "@/lib/records/server/own-field-operations"
import { reportsOperations } from "@/lib/reports/server/operations"
import { steeringOperations } from "@/lib/steering/server/operations"
import { teamOperations } from "@/lib/team/server/operations"
import { valueOperations } from "@/lib/value/server/operations"
import { workOperations } from "@/lib/work/server/operations"
import { getOpenApi } from "../contract"
import { openApiOf } from "../openapi"

const domains: readonly Operation[] = [
  ...auditOperations,
  ...jobOperations,
  ...accountsOperations,
  ...inboxOperations,
  ...packOperations,
  ...roadmapOperations,
  ...qualityOperations,
  ...exchangeOperations,
  ...catalogueOperations,
  ...environmentOperations,
  ...ownFieldOperations,
  ...commentOperations,
  ...gapsOperations,
  ...landscapeOperations,
  ...decisionOperations,
  ...useCaseOperations,
  ...templateOperations,
  ...risksOperations,
  ...workOperations,
  ...teamOperations,
  ...forecastOperations,
  ...factsOperations,
  ...connectionOperations,
  ...valueOperations,
  ...assuranceOperations,
  ...adoptionOperations,
  ...proofOperations,
  ...steeringOperations,
  ...reportsOperations,
]

/** Every write and every read of the product. The router, the documentation and the tests are made from it. */
export const operations: readonly Operation[] = [
  ...domains,
  answer(getOpenApi, async () => ({ ...openApiOf(operations, appOrigin()), openapi: "3.1.0" })),
]
