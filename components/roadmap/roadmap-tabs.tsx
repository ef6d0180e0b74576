import { Tabs } from "@/components/ui/tabs"

/** The pages of the roadmap that exist; a new one gets its line here. */
export function RoadmapTabs({ programmeId }: { programmeId: string }) {
  const stages = `/programmes/${programmeId}/roadmap/stages`
  return <Tabs label="Roadmap" tabs={[{ href: stages, label: "Stages" }]} current={stages} />
}
