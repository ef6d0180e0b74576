"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { joinProgramme } from "@/lib/serve/api/generated/addresses"
import { FormFrame } from "./form-frame"
import { noRefusal, refusalOf } from "./refusal"

/** Joins with an invitation, for somebody who is signed in. */
export function JoinForm({ secret, programme }: { secret: string; programme: string | null }) {
  const [refusal, setRefusal] = useState(noRefusal)
  const [leaving, setLeaving] = useState(false)
  const join = useContract(joinProgramme)
  const submit = async () => {
    const joined = await join.mutateAsync({ secret })
    setRefusal(refusalOf(joined))
    if (!joined.ok) return
    setLeaving(true)
    location.assign(joined.value.programmeId ? `/programmes/${joined.value.programmeId}` : "/programmes")
  }
  return (
    <FormFrame
      action={programme ? `Join ${programme}` : "Accept"}
      busy={join.isPending || leaving}
      refusal={refusal.sentence}
      onSubmit={() => void submit()}
    >
      {null}
    </FormFrame>
  )
}
