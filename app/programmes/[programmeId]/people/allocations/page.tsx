import { AllocationsPage } from "@/components/team/allocations-page"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { allocationContracts } from "@/lib/team/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Allocations" }

export default programmePage(AllocationsPage, [getRoadmap, allocationContracts.list])
