import { answer, type Operation } from "@/lib/door/server/serve"
import { listEvents, listInstallationEvents, verifyAudit, verifyInstallationAudit } from "../contract"
import { listInstallationTrail, listTrail, verifyInstallationTrail, verifyTrail } from "./queries"

export const auditOperations: readonly Operation[] = [
  answer(listEvents, "programme.read", listTrail),
  answer(verifyAudit, "audit.verify", verifyTrail),
  answer(listInstallationEvents, "installation.read", listInstallationTrail),
  answer(verifyInstallationAudit, "installation.read", verifyInstallationTrail),
]
