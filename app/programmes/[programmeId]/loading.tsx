import { PageBarSkeleton } from "@/components/programme/page-bar-skeleton"
import { PageBody } from "@/components/shell/page-bar"
import { SkeletonRows } from "@/components/ui/skeleton"

export default function ProgrammeLoading() {
  return (
    <>
      <PageBarSkeleton />
      <PageBody>
        <SkeletonRows rows={16} />
      </PageBody>
    </>
  )
}
