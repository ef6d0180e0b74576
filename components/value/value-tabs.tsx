import { Tabs } from "@/components/ui/tabs"

type ValueTabsProps = { programmeId: string; current: "kpis" | "cost" | "objectives" }

/** The pages of the value that exist; a new one gets its line here. */
export function ValueTabs({ programmeId, current }: ValueTabsProps) {
  const at = (page: string) => `/programmes/${programmeId}/value/${page}`
  const tabs = [
    { href: at("kpis"), label: "KPIs" },
    { href: at("cost"), label: "Cost" },
    { href: at("objectives"), label: "Objectives" },
  ]
  return <Tabs label="Value" tabs={tabs} current={at(current)} />
}
