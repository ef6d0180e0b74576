import { Tabs } from "@/components/ui/tabs"

type ReportsTabsProps = { programmeId: string; current: "packs" | "asks" | "actions" | "changes" | "status" }

/** The pages of the reports that exist; a new one gets its line here. */
export function ReportsTabs({ programmeId, current }: ReportsTabsProps) {
  const at = (page: string) => `/programmes/${programmeId}/reports${page === "packs" ? "" : `/${page}`}`
  const tabs = [
    { href: at("packs"), label: "Steering packs" },
    { href: at("asks"), label: "Asks" },
    { href: at("actions"), label: "Actions" },
    { href: at("changes"), label: "Change requests" },
    { href: at("status"), label: "Status rules" },
  ]
  return <Tabs label="Reports" tabs={tabs} current={at(current)} />
}
