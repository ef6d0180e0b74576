import { Tabs } from "@/components/ui/tabs"

/** The pages of the roadmap that exist; a new one gets its line here. */
const pages = {
  stages: "Stages",
  timeline: "Timeline",
  forecast: "Forecast",
  progress: "Progress",
  quality: "Quality",
} as const

export function RoadmapTabs({ programmeId, page = "stages" }: { programmeId: string; page?: keyof typeof pages }) {
  const href = (name: string) => `/programmes/${programmeId}/roadmap/${name}`
  const tabs = Object.entries(pages).map(([name, label]) => ({ href: href(name), label }))
  return <Tabs label="Roadmap" tabs={tabs} current={href(page)} />
}
