import { ComponentsPage } from "@/components/design/catalogue/components-page"
import { listComponents } from "@/lib/design/catalogue/contract"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Components" }

export default programmePage(ComponentsPage, [listComponents, getRoadmap])
