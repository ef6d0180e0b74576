import { Tabs } from "@/components/ui/tabs"

export type PeopleTab = "/raci"

/** The pages of People. */
export function PeopleTabs({ programmeId, current }: { programmeId: string; current: PeopleTab }) {
  const at = (page: PeopleTab) => `/programmes/${programmeId}/people${page}`
  const tabs = [{ href: at("/raci"), label: "RACI" }]
  return <Tabs label="People" tabs={tabs} current={at(current)} />
}
