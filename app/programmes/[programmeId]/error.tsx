"use client"

import { TryAgain, useFailure } from "@/components/plan/programme/failure"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { EmptyState } from "@/components/ui/empty-state"

export default function ProgrammeErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const { title, detail } = useFailure(retry)
  return (
    <>
      <PageBar title={title} />
      <PageBody>
        <div role="alert">
          <EmptyState action={<TryAgain retry={retry} />}>{detail}</EmptyState>
        </div>
      </PageBody>
    </>
  )
}
