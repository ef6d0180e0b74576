"use client"

import { useState } from "react"
import { SignAgain } from "@/components/assurance/sign-again"
import { useContract } from "@/components/door/data/use-contract"
import { useRecordActions } from "@/components/records/record-actions"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import type { listDecisionsToSign as ToSignContract } from "@/lib/assurance/decision-contract"
import type { DecisionLine } from "@/lib/design/decisions/decision"
import type { Answer } from "@/lib/door/call"
import { reviewDecision, signDecision } from "@/lib/serve/api/generated/addresses"
import { nameOfSigner } from "./decision-marks"

export type ToSign = Answer<typeof ToSignContract>["items"][number]
type DecisionFootProps = {
  programmeId: string
  line: DecisionLine
  toSign: ToSign | null
  /** The member's person. */
  me: string | null
}

/** What can be done with a decision as it stands: send it to review, agree, ask for a change, sign. */
export function DecisionFoot({ programmeId, line, toSign, me }: DecisionFootProps) {
  const [asking, setAsking] = useState(false)
  const isReviewer = line.status === "in_review" && me !== null && line.reviewerIds.includes(me)
  const responsibility = toSign?.mySigning[0]
  return (
    <footer className="sticky -bottom-6 z-10 -mx-5 mt-5 -mb-6 flex flex-col gap-2 border-line border-t bg-raised px-5 py-3 empty:hidden">
      {asking ? (
        <AskForChange {...{ programmeId, line }} onDone={() => setAsking(false)} />
      ) : (
        <>
          {toSign && responsibility ? <Sign {...{ programmeId, line, toSign, responsibility }} /> : null}
          <div className="flex flex-wrap gap-2 empty:hidden">
            <Moves line={line} />
            {isReviewer ? <Agree {...{ programmeId, line, me }} onAsk={() => setAsking(true)} /> : null}
          </div>
        </>
      )}
    </footer>
  )
}

/** The next statuses that may be set by hand. */
function Moves({ line }: { line: DecisionLine }) {
  const { slots, set, mayEdit } = useRecordActions()
  const slot = slots.find(({ name }) => name === "status")
  if (!mayEdit || !slot) return null
  const to = (status: string) => void set(line, slot, status)
  if (line.status === "draft")
    return (
      <Button variant="primary" onClick={() => to("in_review")} disabled={line.choice === null}>
        Send to review
      </Button>
    )
  if (line.status === "in_review")
    return (
      <>
        {line.signers.length === 0 ? (
          <Button variant="primary" onClick={() => to("accepted")}>
            Accept
          </Button>
        ) : null}
        <Button onClick={() => to("draft")}>Back to draft</Button>
        <Button onClick={() => to("refused")}>Refuse</Button>
      </>
    )
  return line.status === "refused" ? <Button onClick={() => to("draft")}>Back to draft</Button> : null
}

function Agree({ programmeId, line, me, onAsk }: Omit<DecisionFootProps, "toSign"> & { onAsk: () => void }) {
  const review = useContract(reviewDecision)
  const { show } = useToasts()
  const hasAgreed = line.reviews.some(({ personId, agreed }) => personId === me && agreed)
  const agree = async () => {
    const result = await review.mutateAsync({ programmeId, recordId: line.id, agreed: true, note: null })
    show(result.ok ? { text: `Agreed: ${line.name}` } : { kind: "refused", text: result.detail })
  }
  return (
    <>
      {hasAgreed ? null : (
        <Button busy={review.isPending} onClick={() => void agree()}>
          Agree
        </Button>
      )}
      <Button onClick={onAsk}>Ask for a change</Button>
    </>
  )
}

function AskForChange({ programmeId, line, onDone }: { programmeId: string; line: DecisionLine; onDone: () => void }) {
  const [note, setNote] = useState("")
  const review = useContract(reviewDecision)
  const { show } = useToasts()
  const send = async () => {
    const result = await review.mutateAsync({ programmeId, recordId: line.id, agreed: false, note })
    if (!result.ok) return show({ kind: "refused", text: result.detail })
    onDone()
  }
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextField label="What should change?" value={note} onChange={setNote} autoFocus />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={review.isPending} disabled={note.trim() === ""}>
          Ask for a change
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  )
}

type SignProps = { programmeId: string; line: DecisionLine; toSign: ToSign; responsibility: string }

function Sign({ programmeId, line, toSign, responsibility }: SignProps) {
  const [confirming, setConfirming] = useState(false)
  const signing = useContract(signDecision)
  const { show } = useToasts()
  const verb = `Sign for ${nameOfSigner(responsibility).toLowerCase()}`
  const give = async () => {
    const given = { decisionId: line.id, responsibility, statementHash: toSign.hash }
    const result = await signing.mutateAsync({ programmeId, ...given })
    setConfirming(!result.ok && result.code === "sign-in-again")
    if (result.ok) show({ text: result.value.accepted ? `Signed and accepted: ${line.name}` : `Signed: ${line.name}` })
  }
  const refusal = signing.data?.ok === false && !confirming ? signing.data : null
  return (
    <>
      {refusal ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
      {confirming ? (
        <SignAgain
          verb={verb}
          busy={signing.isPending}
          onConfirmed={() => void give()}
          onCancel={() => setConfirming(false)}
        />
      ) : (
        <Button variant="primary" busy={signing.isPending} onClick={() => void give()} className="self-start">
          {verb}
        </Button>
      )}
    </>
  )
}
