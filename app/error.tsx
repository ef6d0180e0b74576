"use client"

import { TryAgain, useFailure } from "@/components/plan/programme/failure"
import { StandAlone } from "@/components/plan/programme/stand-alone"

export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const { title, detail } = useFailure(retry)
  return (
    <StandAlone title={title} action={<TryAgain retry={retry} />}>
      <p role="alert">{detail}</p>
    </StandAlone>
  )
}
