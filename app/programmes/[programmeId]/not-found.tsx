import { ToProgrammes } from "@/components/plan/programme/stand-alone"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { EmptyState } from "@/components/ui/empty-state"

export default function ProgrammeNotFound() {
  return (
    <>
      <PageBar title="Page not found" />
      <PageBody>
        <EmptyState action={<ToProgrammes />}>Page not found, or no access.</EmptyState>
      </PageBody>
    </>
  )
}
