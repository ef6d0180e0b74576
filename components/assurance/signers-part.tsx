"use client"

import { useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { Button } from "@/components/ui/button"
import { StatusMark } from "@/components/ui/status-mark"
import type { ResponsibilityView } from "@/lib/assurance/responsibility-contract"
import { signersOf } from "@/lib/assurance/say-sign-off"
import type { SignatureView, SignOffView } from "@/lib/assurance/sign-contract"
import { listed, sayMoment } from "@/lib/reports/words"
import { listResponsibilities, revokeSignature } from "@/lib/serve/api/generated/addresses"
import { AskReason } from "./ask-reason"
import type { Assurance } from "./use-assurance"

type SignersPartProps = { line: SignOffView; assurance: Assurance }

/** Who must sign, who has, and why the reader may not. */
export function SignersPart({ line, assurance }: SignersPartProps) {
  const { programmeId, roadmap } = assurance
  const held = useAnswer(listResponsibilities, { programmeId }).data?.items ?? []
  const isClosed = line.signedAt !== null
  return (
    <Section title="Signatures">
      <ul className="flex flex-col">
        {signersOf(line).map(({ key, name, signature }) => (
          <li key={key} className="flex items-start gap-2.5 py-1">
            <span className="mt-1 flex-none">
              <StatusMark
                kind={signature ? "signed" : "not_started"}
                word={signature ? "Signed" : "Not signed yet"}
                withWord={false}
              />
            </span>
            <div className="min-w-0 flex-1">
              <span>{name}</span>
              {signature ? (
                <Given {...{ signature, assurance }} />
              ) : (
                <span className="block text-ink-3 text-meta">{sayHolders(held, key, roadmap.today)}</span>
              )}
            </div>
          </li>
        ))}
      </ul>
      {line.cannotSign && !isClosed ? <p className="mt-1.5 text-pretty text-ink-2">{line.cannotSign}</p> : null}
    </Section>
  )
}

/** Who may sign for it today, deputies marked. */
function sayHolders(held: readonly ResponsibilityView[], key: string, today: string): string {
  const names = held
    .filter((each) => each.key === key && !each.ended)
    .filter(({ fromDay, untilDay }) => fromDay <= today && (untilDay === null || today <= untilDay))
    .map(({ person, deputy }) => (deputy ? `${person.name} as deputy` : person.name))
  return names.length > 0 ? `Awaiting ${listed(names, 4)}` : "No signatory yet. A lead can assign one"
}

function Given({ signature, assurance }: { signature: SignatureView; assurance: Assurance }) {
  const { programmeId, roadmap } = assurance
  const [asking, setAsking] = useState(false)
  const revoking = useContract(revokeSignature)
  const { id: signatureId, person, signedAt, may } = signature
  const revoke = async (reason: string) => {
    const result = await revoking.mutateAsync({ programmeId, signatureId, reason })
    if (result.ok) setAsking(false)
  }
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2 text-ink-3 text-meta">
        {person.name}, {sayMoment(signedAt, roadmap.programme.timeZone, roadmap.today)}
        {may.revoke && !asking ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={`Revoke the signature of ${person.name}`}
            onClick={() => setAsking(true)}
          >
            Revoke
          </Button>
        ) : null}
      </span>
      {asking ? (
        <AskReason
          label={`Why revoke the signature of ${person.name}?`}
          hint="The signature and reason stay on record."
          verb="Revoke"
          busy={revoking.isPending}
          refusal={revoking.data?.ok === false ? revoking.data : null}
          onSay={(reason) => void revoke(reason)}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}

/** What was signed before: earlier rounds, and signatures that were taken back. */
export function EarlierSignatures({ line, assurance }: SignersPartProps) {
  const { timeZone } = assurance.roadmap.programme
  const earlier = line.signatures.filter((each) => each.revoked !== null || each.round !== line.round)
  if (earlier.length === 0) return null
  return (
    <Section title="Earlier signatures">
      <ul className="flex flex-col gap-1.5">
        {earlier.toReversed().map(({ id, person, responsibility, round, signedAt, revoked }) => (
          <li key={id}>
            {person.name} signed as {responsibility.replaceAll("-", " ")}, round {round},{" "}
            {sayMoment(signedAt, timeZone, assurance.roadmap.today)}
            {revoked ? (
              <span className="block text-pretty text-ink-3 text-meta">
                Revoked by {revoked.by.name}, {sayMoment(revoked.at, timeZone, assurance.roadmap.today)}:{" "}
                {revoked.reason}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
