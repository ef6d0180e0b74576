import { TimelinePage } from "@/components/plan/timeline/timeline-page"
import { getRoadmap, listWorkItems } from "@/lib/plan/roadmap/contract"
import { programmePage } from "../../programme-page"

export const metadata = { title: "Timeline" }

export default programmePage(TimelinePage, [getRoadmap, listWorkItems])
