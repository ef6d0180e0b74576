"use client"

import { useEffect } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { SettingsTabs } from "@/components/people/accounts/settings-tabs"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SkeletonRows } from "@/components/ui/skeleton"
import { useToasts } from "@/components/ui/toasts"
import { cancelJob, listJobs } from "@/lib/serve/api/generated/addresses"
import { JobList } from "./job-list"

const LOOK_MS = 2_000

/** Settings: what runs in the background for this programme. */
export function JobsPage({ programmeId }: { programmeId: string }) {
  const { data, error, refetch } = useAnswer(listJobs, { programmeId })
  const cancel = useContract(cancelJob)
  const { show } = useToasts()
  const isBusy = data?.items.some(({ state }) => state === "running" || state === "waiting") ?? false
  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(() => void refetch(), LOOK_MS)
    return () => clearInterval(timer)
  }, [isBusy, refetch])
  const stop = async (jobId: string) => {
    const answer = await cancel.mutateAsync({ programmeId, jobId })
    if (!answer.ok) show({ kind: "refused", text: answer.detail })
    await refetch()
  }
  return (
    <>
      <PageBar title="Jobs" tabs={<SettingsTabs programmeId={programmeId} current="jobs" />} />
      <PageBody>
        {error ? (
          <EmptyState action={<Button onClick={() => void refetch()}>Try again</Button>}>{error.message}</EmptyState>
        ) : !data ? (
          <SkeletonRows rows={4} label="Loading background jobs" />
        ) : data.items.length === 0 ? (
          <EmptyState>No background jobs in the last 30 days. Fetching facts over a connection starts one.</EmptyState>
        ) : (
          <div className="px-5 py-4 max-md:px-4">
            <JobList
              jobs={data.items}
              now={Date.now()}
              {...(data.may.cancel ? { onCancel: (job) => void stop(job.id) } : {})}
            />
          </div>
        )}
      </PageBody>
    </>
  )
}
