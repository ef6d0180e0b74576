"use client"

import { useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { InlineNotice } from "@/components/ui/inline-notice"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { useToasts } from "@/components/ui/toasts"
import { nameOfResponsibility } from "@/lib/assurance/responsibility"
import type { SignOffView } from "@/lib/assurance/sign-contract"
import { count } from "@/lib/reports/words"
import { getStatement, sign } from "@/lib/serve/api/generated/addresses"
import { ExactText } from "./exact-text"
import { SignAgain } from "./sign-again"
import { StatementView } from "./statement-view"
import type { Assurance } from "./use-assurance"

type SignFormProps = { line: SignOffView; assurance: Assurance; onOpenCheck: (id: string) => void }

/** What would be signed, exactly, and the button that signs it. It stays at the foot of the panel while one reads. */
export function SignForm({ line, assurance, onOpenCheck }: SignFormProps) {
  const { programmeId } = assurance
  const { kind, id: subjectId } = line
  const answer = useAnswer(getStatement, { programmeId, kind, subjectId })
  if (!answer.data)
    return <p className="text-ink-3">{answer.error ? answer.error.message : "Loading the statement."}</p>
  const { statement, text, hash, frozen } = answer.data
  const waived = statement.checks.filter(({ waiver }) => waiver !== null).length
  const met = statement.checks.length - waived
  const ageingNow = line.checkIds.filter((checkId) => {
    const check = assurance.checkOf(checkId)
    return check?.freshness === "ageing" && !check.waived
  }).length
  return (
    <>
      <p className="mb-1 text-pretty text-ink-2">
        You sign that {count(met, "check is", "checks are")} met{waived > 0 ? ` and ${waived} waived` : ""}, as listed
        below. {frozen ? "Someone has already signed this text." : ""}
      </p>
      <ExactText text={text} hash={hash} />
      <StatementView {...{ statement, assurance }} onOpen={onOpenCheck} />
      <SignFoot {...{ line, programmeId, hash }} ageing={ageingNow} onChanged={() => void answer.refetch()} />
    </>
  )
}

type SignFootProps = {
  line: SignOffView
  programmeId: string
  hash: string
  /** How many checks rest on facts that are ageing now. */
  ageing: number
  onChanged: () => void
}

function SignFoot({ line, programmeId, hash, ageing, onChanged }: SignFootProps) {
  const { kind, id: subjectId, mySigning } = line
  const [chosen, setChosen] = useState<string | null>(null)
  const [acceptsAgeing, setAcceptsAgeing] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const toasts = useToasts()
  const signing = useContract(sign)
  const responsibility = mySigning.find((key) => key === chosen) ?? mySigning[0]
  if (responsibility === undefined) return null
  const name = nameOfResponsibility(responsibility)
  const verb = `Sign as ${name}`
  const give = async () => {
    const given = { responsibility, statementHash: hash, acceptsAgeing }
    const result = await signing.mutateAsync({ programmeId, kind, subjectId, ...given })
    setConfirming(!result.ok && result.code === "sign-in-again")
    if (result.ok) toasts.show({ text: `Signed as ${name}: ${line.name}` })
    else if (result.code === "statement-changed") onChanged()
  }
  const refusal = signing.data?.ok === false && !confirming ? signing.data : null
  return (
    <section
      aria-label="Sign"
      className="sticky -bottom-6 z-10 -mx-5 mt-3 -mb-6 flex flex-col gap-2 border-line border-t bg-raised px-5 py-3"
    >
      {refusal ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
      {mySigning.length > 1 ? (
        <SegmentedControl
          label="Sign as"
          value={responsibility}
          options={mySigning.map((key) => ({ value: key, label: nameOfResponsibility(key) }))}
          onChange={setChosen}
          className="self-start"
        />
      ) : null}
      {ageing > 0 ? (
        <Checkbox
          label={`I accept that ${count(ageing, "check rests", "checks rest")} on facts older than their rule allows`}
          checked={acceptsAgeing}
          onChange={setAcceptsAgeing}
        />
      ) : null}
      {confirming ? (
        <SignAgain
          verb={verb}
          busy={signing.isPending}
          onConfirmed={() => void give()}
          onCancel={() => setConfirming(false)}
        />
      ) : (
        <Button
          variant="primary"
          size="large"
          busy={signing.isPending}
          disabled={ageing > 0 && !acceptsAgeing}
          onClick={() => void give()}
          className="md:self-start"
        >
          {verb}
        </Button>
      )}
    </section>
  )
}
