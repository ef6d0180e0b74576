import { Tabs } from "@/components/ui/tabs"

/** The pages of a programme's settings. */
export function SettingsTabs({ programmeId, current }: { programmeId: string; current: "programme" | "people" }) {
  const base = `/programmes/${programmeId}/settings`
  const tabs = [
    { href: base, label: "Programme" },
    { href: `${base}/people`, label: "Members and people" },
  ]
  return <Tabs label="Settings" tabs={tabs} current={current === "programme" ? base : `${base}/people`} />
}
