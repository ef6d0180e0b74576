import { TimeOffPage } from "@/components/team/person-records"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { timeOffContracts } from "@/lib/team/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Time off" }

export default programmePage(TimeOffPage, [getRoadmap, timeOffContracts.list])
