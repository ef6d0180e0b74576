"use client"

import { useState } from "react"
import { AskReason } from "@/components/assurance/ask-reason"
import { useContract } from "@/components/door/data/use-contract"
import { Button, buttonStyle } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/dialog"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"
import { addressOf } from "@/lib/door/call"
import type { FactSetView } from "@/lib/platform/facts/contract"
import { correctFactSet, eraseFactSetFile, getFactSetFile, withdrawFactSet } from "@/lib/serve/api/generated/addresses"

type FactSetActsProps = {
  programmeId: string
  factSet: FactSetView
  fileKept: boolean
  may: { readonly change: boolean }
}
type Act = "withdraw" | "correct" | "erase"

/** Take a set back, say anew when and where it was taken, fetch its file or erase it. */
export function FactSetActs({ programmeId, factSet, fileKept, may }: FactSetActsProps) {
  const [act, setAct] = useState<Act | null>(null)
  const withdrawing = useContract(withdrawFactSet)
  if (!may.change) return null
  const where = { programmeId, factSetId: factSet.id }
  const withdraw = async (reason: string) => {
    const result = await withdrawing.mutateAsync({ ...where, reason })
    if (result.ok) setAct(null)
  }
  const stands = factSet.withdrawn === null
  return (
    <div>
      <div className="flex flex-wrap gap-2">
        {stands ? <Button onClick={() => setAct("withdraw")}>Withdraw</Button> : null}
        {stands && fileKept ? <Button onClick={() => setAct("correct")}>Correct time or place</Button> : null}
        {fileKept ? (
          <>
            <a href={addressOf(getFactSetFile, where).url} download className={buttonStyle()}>
              File
            </a>
            <Button onClick={() => setAct("erase")}>Erase the file</Button>
          </>
        ) : null}
      </div>
      {act === "withdraw" ? (
        <AskReason
          label="Why"
          verb="Take these facts back"
          hint="They stay on record and judge nothing any more; every check is judged again."
          busy={withdrawing.isPending}
          refusal={withdrawing.data?.ok === false ? withdrawing.data : null}
          onSay={(reason) => void withdraw(reason)}
          onCancel={() => setAct(null)}
        />
      ) : null}
      {act === "correct" ? <Correct {...{ where, factSet }} onDone={() => setAct(null)} /> : null}
      {act === "erase" ? <Erase where={where} onDone={() => setAct(null)} /> : null}
    </div>
  )
}

type PartProps = { where: { readonly programmeId: string; readonly factSetId: string }; onDone: () => void }

/** Times are written in UTC, as the file has them. */
function Correct({ where, factSet, onDone }: PartProps & { factSet: FactSetView }) {
  const correcting = useContract(correctFactSet)
  const [told, setTold] = useState({
    ...{ takenAt: factSet.takenAt, region: factSet.region ?? "", workspace: factSet.workspace ?? "", reason: "" },
  })
  const put = (change: Partial<typeof told>) => setTold({ ...told, ...change })
  const correct = async () => {
    const result = await correcting.mutateAsync({ ...where, ...told })
    if (result.ok) onDone()
  }
  return (
    <form
      aria-label="Correct time or place"
      className="mt-3 flex max-w-[560px] flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void correct()
      }}
    >
      <TextField label="Taken at, in UTC" value={told.takenAt} onChange={(takenAt) => put({ takenAt })} />
      <TextField label="Region" value={told.region} maxLength={60} onChange={(region) => put({ region })} />
      <TextField
        label="Workspace"
        value={told.workspace}
        maxLength={120}
        onChange={(workspace) => put({ workspace })}
      />
      <TextField label="Why" value={told.reason} maxLength={1000} onChange={(reason) => put({ reason })} />
      {correcting.data?.ok === false ? <InlineNotice>{correcting.data.detail}</InlineNotice> : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={correcting.isPending} disabled={told.reason.trim() === ""}>
          Correct
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  )
}

function Erase({ where, onDone }: PartProps) {
  const erasing = useContract(eraseFactSetFile)
  const erase = async () => {
    const result = await erasing.mutateAsync(where)
    if (result.ok) onDone()
  }
  return (
    <ConfirmDialog
      open
      danger
      title="Erase the file?"
      confirmLabel="Erase the file"
      busy={erasing.isPending}
      onConfirm={() => void erase()}
      onCancel={onDone}
    >
      Its hash and its facts stay; the set cannot be corrected any more. This cannot be undone.
    </ConfirmDialog>
  )
}
