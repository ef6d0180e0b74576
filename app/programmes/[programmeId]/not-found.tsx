import { ToProgrammes } from "@/components/plan/programme/stand-alone"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { EmptyState } from "@/components/ui/empty-state"

export default function ProgrammeNotFound() {
  return (
    <>
      <PageBar title="Not here" />
      <PageBody>
        <EmptyState action={<ToProgrammes />}>This is not here, or not for you.</EmptyState>
      </PageBody>
    </>
  )
}
