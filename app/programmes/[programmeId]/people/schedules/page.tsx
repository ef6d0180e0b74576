import { SchedulesPage } from "@/components/team/person-records"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { workScheduleContracts } from "@/lib/team/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Schedules" }

export default programmePage(SchedulesPage, [getRoadmap, workScheduleContracts.list])
