import { answer, type Operation } from "@/lib/door/server/serve"
import { listEvents, listInstallationEvents, verifyAudit, verifyInstallationAudit } from "../contract"
import { listInstallationTrail, listTrail, verifyInstallationTrail, verifyTrail } from "./queries"

export const auditOperations: readonly Operation[] = [
  answer(listEvents, listTrail),
  answer(verifyAudit, verifyTrail),
  answer(listInstallationEvents, listInstallationTrail),
  answer(verifyInstallationAudit, verifyInstallationTrail),
]
