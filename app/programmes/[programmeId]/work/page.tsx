import { MyWorkPage } from "@/components/plan/roadmap/my-work-page"
import { listChecks } from "@/lib/assurance/contract"
import { getRoadmap, listWorkItems } from "@/lib/plan/roadmap/contract"
import { programmePage } from "../programme-page"

export const metadata = { title: "My work" }

export default programmePage(MyWorkPage, [getRoadmap, listWorkItems, listChecks])
