"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { FileDrop } from "@/components/ui/file-drop"
import { useToasts } from "@/components/ui/toasts"
import { callWithFile } from "@/lib/door/call"
import { importListPrices, importUsage } from "@/lib/serve/api/generated/addresses"

/** Two places to drop files on: usage, and the prices that it is multiplied by. */
export function UsageFiles({ programmeId }: { programmeId: string }) {
  const client = useQueryClient()
  const { show } = useToasts()
  const [busy, setBusy] = useState<"usage" | "prices" | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (what: "usage" | "prices", file: File) => {
    setBusy(what)
    setProblem(null)
    const once = { idempotencyKey: crypto.randomUUID() }
    const answer =
      what === "usage"
        ? await callWithFile(importUsage, { programmeId }, file, once)
        : await callWithFile(importListPrices, { programmeId }, file, once)
    setBusy(null)
    if (!answer.ok) return setProblem(answer.detail)
    await client.invalidateQueries()
    show({ text: `Imported ${answer.value.rows} ${what === "usage" ? "rows of usage" : "list prices"}` })
  }
  return (
    <section aria-label="Import" className="border-line border-t px-5 py-4 max-md:px-4">
      <h2 className="mb-2">Import</h2>
      {problem ? (
        <p role="alert" className="mb-2 text-needs-you">
          {problem}
        </p>
      ) : null}
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <FileDrop
          label="Usage"
          name={null}
          accept=".csv"
          busy={busy === "usage"}
          onFile={(file) => void take("usage", file)}
        >
          CSV of system.billing.usage. Each day in the file replaces that account's day.
        </FileDrop>
        <FileDrop
          label="List prices"
          name={null}
          accept=".csv"
          busy={busy === "prices"}
          onFile={(file) => void take("prices", file)}
        >
          CSV of system.billing.list_prices with a column price. It replaces all prices.
        </FileDrop>
      </div>
    </section>
  )
}
