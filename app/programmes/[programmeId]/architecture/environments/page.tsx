import { EnvironmentsPage } from "@/components/design/environments/environments-page"
import { environmentContracts } from "@/lib/design/environments/contract"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Environments" }

export default programmePage(EnvironmentsPage, [environmentContracts.list, getRoadmap])
