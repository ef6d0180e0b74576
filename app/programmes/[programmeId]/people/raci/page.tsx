import { RaciPage } from "@/components/team/raci-page"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { allocationContracts, listRaci } from "@/lib/team/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "RACI" }

export default programmePage(RaciPage, [getRoadmap, listRaci, allocationContracts.list])
