"use client"

import { useRouter } from "next/navigation"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { addressOf } from "@/lib/door/call"
import { exportProjectFile } from "@/lib/serve/api/generated/addresses"

type ProjectFileMenuProps = { readonly programmeId: string; readonly mayImport: boolean }

/** The way in and out for plans of Microsoft Project. */
export function ProjectFileMenu({ programmeId, mayImport }: ProjectFileMenuProps) {
  const router = useRouter()
  const giveOut = () => window.location.assign(addressOf(exportProjectFile, { programmeId }).url)
  return (
    <Menu
      label="Microsoft Project"
      align="end"
      trigger={(props) => <Button {...props}>Microsoft Project</Button>}
      entries={[
        ...(mayImport
          ? [{ id: "in", label: "Import...", onSelect: () => router.push(`/programmes/${programmeId}/roadmap/import`) }]
          : []),
        { id: "out", label: "Export as Microsoft Project XML", icon: "download" as const, onSelect: giveOut },
      ]}
    />
  )
}
