"use client"

import { useState } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { Button } from "@/components/ui/button"
import { listEvidence } from "@/lib/serve/api/generated/addresses"
import type { CheckPartProps } from "./check-panel"
import { HandInForm } from "./evidence-form"
import { EvidencePiece } from "./evidence-piece"

/** What was handed in for an attested check, and the way to hand in more. */
export function CheckEvidence({ detail, assurance }: CheckPartProps) {
  const { programmeId, may } = assurance
  const { check } = detail
  const [handing, setHanding] = useState(false)
  const answer = useAnswer(listEvidence, { programmeId, checkId: check.id })
  const pieces = answer.data?.items ?? []
  return (
    <Section
      title="Evidence"
      action={
        may.handIn && !handing ? (
          <Button size="small" variant="quiet" icon="plus" onClick={() => setHanding(true)}>
            Submit evidence
          </Button>
        ) : null
      }
    >
      {check.asks ? <p className="mb-2 text-pretty text-ink-2">Required: {check.asks}</p> : null}
      {handing ? <HandInForm {...{ detail, assurance }} onDone={() => setHanding(false)} /> : null}
      {answer.error ? <p className="text-ink-3">{answer.error.message}</p> : null}
      {answer.data && pieces.length === 0 && !handing ? <p className="text-ink-3">No evidence yet.</p> : null}
      <ul>
        {pieces.map((piece) => (
          <EvidencePiece key={piece.id} {...{ piece, assurance }} />
        ))}
      </ul>
    </Section>
  )
}
