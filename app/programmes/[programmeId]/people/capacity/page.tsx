import { CapacityPage } from "@/components/team/capacity-page"
import { getRoadmap, listWorkItems } from "@/lib/plan/roadmap/contract"
import { allocationContracts, getStaffing } from "@/lib/team/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Capacity" }

export default programmePage(CapacityPage, [getRoadmap, listWorkItems, getStaffing, allocationContracts.list])
