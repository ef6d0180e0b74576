import { answer, type Operation, serve } from "@/lib/door/server/serve"
import { cancelJob, listInstallationJobs, listJobs } from "../contract"
import * as jobs from "./jobs"

export const jobOperations: readonly Operation[] = [
  answer(listJobs, jobs.findJobs),
  serve(cancelJob, jobs.cancelJob),
  answer(listInstallationJobs, jobs.findInstallationJobs),
]
