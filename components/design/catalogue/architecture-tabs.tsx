import { Tabs } from "@/components/ui/tabs"

type ArchitectureTabsProps = {
  programmeId: string
  current: "gaps" | "landscape" | "board" | "components" | "planes" | "environments" | "decisions"
}

/** The pages of the architecture that exist; a new one gets its line here. */
export function ArchitectureTabs({ programmeId, current }: ArchitectureTabsProps) {
  const at = (page: string) => `/programmes/${programmeId}/architecture/${page}`
  const tabs = [
    { href: at("gaps"), label: "Gaps" },
    { href: at("landscape"), label: "Landscape" },
    { href: at("board"), label: "Board" },
    { href: at("components"), label: "Components" },
    { href: at("planes"), label: "Planes" },
    { href: at("decisions"), label: "Decisions" },
    { href: at("environments"), label: "Environments" },
  ]
  return <Tabs label="Architecture" tabs={tabs} current={at(current)} />
}
