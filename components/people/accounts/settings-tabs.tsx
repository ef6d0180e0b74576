import { Tabs } from "@/components/ui/tabs"

/** The pages of a programme's settings. */
export function SettingsTabs({ programmeId, current }: { programmeId: string; current: keyof typeof pages }) {
  const base = `/programmes/${programmeId}/settings`
  const hrefOf = (path: string) => `${base}${path}`
  const tabs = Object.values(pages).map(({ path, label }) => ({ href: hrefOf(path), label }))
  return <Tabs label="Settings" tabs={tabs} current={hrefOf(pages[current].path)} />
}

const pages = {
  programme: { path: "", label: "Programme" },
  plan: { path: "/plan", label: "Plan" },
  pack: { path: "/pack", label: "Pack" },
  people: { path: "/people", label: "Members and people" },
  connections: { path: "/connections", label: "Connections" },
  jobs: { path: "/jobs", label: "Jobs" },
} as const
