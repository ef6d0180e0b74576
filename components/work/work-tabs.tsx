import { Tabs } from "@/components/ui/tabs"

export type WorkTab = "" | "/backlog" | "/plan" | "/board" | "/report"

/** The pages of Work. */
export function WorkTabs({ programmeId, current }: { programmeId: string; current: WorkTab }) {
  const at = (page: WorkTab) => `/programmes/${programmeId}/work${page}`
  const tabs = [
    { href: at(""), label: "My work" },
    { href: at("/backlog"), label: "Backlog" },
    { href: at("/plan"), label: "Plan" },
    { href: at("/board"), label: "Board" },
    { href: at("/report"), label: "Report" },
  ]
  return <Tabs label="Work" tabs={tabs} current={at(current)} />
}
