import { FactsPage } from "@/components/platform/facts/facts-page"
import { listChecks } from "@/lib/assurance/contract"
import { listSignOffs } from "@/lib/assurance/sign-contract"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { getFactBundle } from "@/lib/platform/facts/bundle-contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Import facts" }

export default programmePage(FactsPage, [listChecks, listSignOffs, getRoadmap, getFactBundle])
