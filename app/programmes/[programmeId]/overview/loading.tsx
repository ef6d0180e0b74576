import { OverviewSkeleton } from "@/components/reports/overview-skeleton"

export default function OverviewLoading() {
  return <OverviewSkeleton />
}
