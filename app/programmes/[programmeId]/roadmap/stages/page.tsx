import { StagesPage } from "@/components/plan/roadmap/stages-page"
import { listChecks } from "@/lib/assurance/contract"
import { getRoadmap, listWorkItems } from "@/lib/plan/roadmap/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Stages" }

export default programmePage(StagesPage, [getRoadmap, listWorkItems, listChecks])
