import { RolesPage } from "@/components/team/roles-page"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { listSkills } from "@/lib/team/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Roles" }

export default programmePage(RolesPage, [getRoadmap, listSkills])
