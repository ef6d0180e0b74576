import { Tabs } from "@/components/ui/tabs"

export type PeopleTab = "/capacity" | "/raci" | "/roles" | "/allocations" | "/schedules" | "/time-off"

/** The pages of People. */
export function PeopleTabs({ programmeId, current }: { programmeId: string; current: PeopleTab }) {
  const at = (page: PeopleTab) => `/programmes/${programmeId}/people${page}`
  const tabs = [
    { href: at("/capacity"), label: "Capacity" },
    { href: at("/raci"), label: "RACI" },
    { href: at("/roles"), label: "Roles" },
    { href: at("/allocations"), label: "Allocations" },
    { href: at("/schedules"), label: "Schedules" },
    { href: at("/time-off"), label: "Time off" },
  ]
  return <Tabs label="People" tabs={tabs} current={at(current)} />
}
