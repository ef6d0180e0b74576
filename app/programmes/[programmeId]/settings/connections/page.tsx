import type { Metadata } from "next"
import { ConnectionsPage } from "@/components/platform/connection/connections-page"
import { requireMember } from "@/lib/door/access/server/page-actor"

export const metadata: Metadata = { title: "Connections" }

export default async function Page({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId, may } = await requireMember((await params).programmeId)
  return <ConnectionsPage programmeId={programmeId} mayManage={may("connections.manage")} />
}
