import { JobsPage } from "@/components/people/jobs/jobs-page"
import { listJobs } from "@/lib/door/jobs/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Jobs" }

export default programmePage(JobsPage, [listJobs])
