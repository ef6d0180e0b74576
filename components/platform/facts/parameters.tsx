"use client"

import { useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"
import type { ParameterView } from "@/lib/platform/facts/parameter-contract"
import { decideParameterChange, listFactParameters, requestParameterChange } from "@/lib/serve/api/generated/addresses"
import { SecondPerson } from "./second-person"

const cell = "border-line border-b py-1.5 pr-4 align-top last:pr-0"
const head = "border-line border-b py-1.5 pr-4 text-left font-medium text-ink-3 text-meta"

/** What the bundle is run with: thresholds, so that one person asks for a value and another confirms it. */
export function Parameters({ programmeId }: { programmeId: string }) {
  const answer = useAnswer(listFactParameters, { programmeId }).data
  if (!answer) return null
  return (
    <section aria-label="Parameters of the bundle">
      <h3>Parameters of the bundle</h3>
      <p className="max-w-[72ch] text-pretty text-ink-2">
        They decide what a figure means, so two people settle them. Both files come with them filled in, and a result
        that ran with others judges nothing.
      </p>
      <table aria-label="Parameters of the bundle" className="mt-2 w-full border-collapse">
        <thead>
          <tr>
            {["Parameter", "Value", "For"].map((name) => (
              <th key={name} scope="col" className={head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.items.map((parameter) => (
            <tr key={parameter.name}>
              <th scope="row" className={`${cell} text-left font-mono font-normal text-meta`}>
                {parameter.name}
              </th>
              <td className={`${cell} min-w-56`}>
                <Value {...{ parameter, programmeId, may: answer.may }} />
              </td>
              <td className={`${cell} text-pretty text-ink-2`}>{parameter.meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type ValueProps = {
  parameter: ParameterView
  programmeId: string
  may: { readonly change: boolean; readonly self: string | null }
}

function Value({ parameter, programmeId, may }: ValueProps) {
  const { name, value, history } = parameter
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState(value)
  const asking = useContract(requestParameterChange)
  const [newest] = history
  const waits = newest && newest.confirmed === null ? newest : null
  const ask = async () => {
    const result = await asking.mutateAsync({ programmeId, name, value: text })
    if (result.ok) setOpen(false)
  }
  return (
    <>
      <span className="break-words">{value || "empty"}</span>
      {waits ? <Waiting {...{ programmeId, may }} change={waits} /> : null}
      {may.change && !waits && !isOpen ? (
        <Button size="small" className="ml-2" aria-label={`Change ${name}`} onClick={() => setOpen(true)}>
          Change
        </Button>
      ) : null}
      {isOpen && !waits ? (
        <form
          className="mt-1.5 flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            void ask()
          }}
        >
          <TextField label={`New value of ${name}`} value={text} maxLength={4000} onChange={setText} />
          {asking.data?.ok === false ? <InlineNotice>{asking.data.detail}</InlineNotice> : null}
          <div className="flex gap-2">
            <Button type="submit" size="small" busy={asking.isPending} disabled={text.trim() === value}>
              Ask for it
            </Button>
            <Button size="small" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : null}
    </>
  )
}

type WaitingProps = Omit<ValueProps, "parameter"> & { change: ParameterView["history"][number] }

function Waiting({ change, programmeId, may }: WaitingProps) {
  const deciding = useContract(decideParameterChange)
  const isOwn = change.askedBy.id === may.self
  const decide = (confirmed: boolean) => deciding.mutate({ programmeId, changeId: change.id, confirmed })
  return (
    <div className="mt-1 text-ink-2">
      {change.askedBy.name} asks for {change.value || "an empty one"}
      {isOwn ? "; another person must confirm it" : ""}.
      <SecondPerson
        {...{ isOwn, mayChange: may.change, isBusy: deciding.isPending, result: deciding.data, onDecide: decide }}
      />
    </div>
  )
}
