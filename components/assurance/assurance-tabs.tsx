import { Tabs } from "@/components/ui/tabs"

type AssuranceTabsProps = { programmeId: string; current: "checklist" | "audit" }

/** The pages of the assurance that exist; a new one gets its line here. */
export function AssuranceTabs({ programmeId, current }: AssuranceTabsProps) {
  const checklist = `/programmes/${programmeId}/assurance`
  const audit = `${checklist}/audit`
  const tabs = [
    { href: checklist, label: "Checklist" },
    { href: audit, label: "Audit" },
  ]
  return <Tabs label="Assurance" tabs={tabs} current={current === "audit" ? audit : checklist} />
}
