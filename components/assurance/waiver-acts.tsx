"use client"

import { useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import type { WaiverView } from "@/lib/assurance/waiver-contract"
import { approveWaiver, endWaiver } from "@/lib/serve/api/generated/addresses"

/** Approve a waiver, refuse it, or end one that stands. */
export function WaiverActs({ waiver, programmeId }: { waiver: WaiverView; programmeId: string }) {
  const approving = useContract(approveWaiver)
  const ending = useContract(endWaiver)
  const { id: waiverId, version, state, may } = waiver
  const refusal = [approving.data, ending.data].find((each) => each?.ok === false)
  if (!may.approve && !may.end) return null
  return (
    <>
      {refusal?.ok === false ? <InlineNotice className="mt-2">{refusal.detail}</InlineNotice> : null}
      <div className="mt-1.5 flex flex-wrap gap-2">
        {may.approve ? (
          <Button
            size="small"
            busy={approving.isPending}
            onClick={() => approving.mutate({ programmeId, waiverId, version })}
          >
            Approve
          </Button>
        ) : null}
        {may.end ? (
          <Button
            size="small"
            busy={ending.isPending}
            onClick={() => ending.mutate({ programmeId, waiverId, version })}
          >
            {state === "stands" ? "End the waiver" : may.approve ? "Reject" : "Withdraw request"}
          </Button>
        ) : null}
      </div>
    </>
  )
}
