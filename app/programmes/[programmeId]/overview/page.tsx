import { Overview } from "@/components/reports/overview"
import { loadOverview } from "@/lib/reports/server/loaders"

export const metadata = { title: "Overview" }

export default async function OverviewPage({ params }: { params: Promise<{ programmeId: string }> }) {
  const { programmeId } = await params
  return <Overview programmeId={programmeId} brought={await loadOverview(programmeId)} />
}
