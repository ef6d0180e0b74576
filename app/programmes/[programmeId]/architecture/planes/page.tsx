import { PlanesPage } from "@/components/design/catalogue/planes-page"
import { listComponents } from "@/lib/design/catalogue/contract"
import { getRoadmap } from "@/lib/plan/roadmap/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Planes" }

export default programmePage(PlanesPage, [listComponents, getRoadmap])
