import { ChecklistPage } from "@/components/assurance/checklist-page"
import { listChecks } from "@/lib/assurance/contract"
import { listSignOffs } from "@/lib/assurance/sign-contract"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { programmePage } from "../programme-page"

export const metadata = { title: "Checklist" }

export default programmePage(ChecklistPage, [listChecks, listSignOffs, getRoadmap])
