import type { Metadata } from "next"
import { SettingsTabs } from "@/components/accounts/settings-tabs"
import { ConnectionsSection } from "@/components/connection/connections-section"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { requireMember } from "@/lib/access/server/page-actor"

export const metadata: Metadata = { title: "Connections" }

export default async function ConnectionsPage({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId, may } = await requireMember((await params).programmeId)
  return (
    <>
      <PageBar title="Connections" tabs={<SettingsTabs programmeId={programmeId} current="connections" />} />
      <PageBody>
        <ConnectionsSection programmeId={programmeId} mayManage={may("connections.manage")} />
      </PageBody>
    </>
  )
}
