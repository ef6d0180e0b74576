import { Tabs } from "@/components/ui/tabs"

/** The pages of the assurance that exist; a new one gets its line here. */
const pages = {
  checklist: ["Checklist", ""],
  evidence: ["Evidence", "/evidence"],
  risks: ["Risks", "/risks"],
  audit: ["Audit", "/audit"],
} as const

type AssuranceTabsProps = { programmeId: string; current: keyof typeof pages }

export function AssuranceTabs({ programmeId, current }: AssuranceTabsProps) {
  const href = (path: string) => `/programmes/${programmeId}/assurance${path}`
  const tabs = Object.values(pages).map(([label, path]) => ({ href: href(path), label }))
  return <Tabs label="Assurance" tabs={tabs} current={href(pages[current][1])} />
}
