"use client"

import { useState } from "react"
import { useAnswer } from "@/components/door/data/use-contract"
import { PlainTable } from "@/components/plan/exchange/plain-table"
import { buttonStyle } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { TextField } from "@/components/ui/text-field"
import { addressOf } from "@/lib/door/call"
import type { FactBundleView } from "@/lib/platform/facts/bundle-contract"
import { count } from "@/lib/reports/words"
import {
  getFactBundle,
  getFactBundleGrants,
  getFactBundleNotebook,
  getFactBundleSql,
} from "@/lib/serve/api/generated/addresses"
import { MeasureChoice } from "./measure-choice"
import { Parameters } from "./parameters"

const steps = [
  "Leave out measures you don't want, and send the grants to an account administrator.",
  "Send the SQL file or the notebook to someone who can read the system tables.",
  "They run it in Databricks once per region: the script in the SQL editor, or the notebook on serverless or shared compute.",
  "They download the result as CSV, review it and send it to you.",
  "Upload it above. You'll see which verdicts change before anything is saved.",
] as const

/** How facts come out of Databricks without granting this product any access, and what leaves the platform. */
export function GetFacts({ programmeId }: { programmeId: string }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [region, setRegion] = useState("")
  const whole = useAnswer(getFactBundle, { programmeId }).data
  const place = region.trim().replaceAll(/[^\w .-]/g, "")
  const choice = {
    ...(left.size === 0 ? {} : { leaveOut: [...left].sort().join(",") }),
    ...(place === "" ? {} : { region: place }),
  }
  const chosen = useAnswer(getFactBundle, { programmeId, ...choice }).data ?? whole
  const asked = { programmeId, ...choice }
  return (
    <section aria-label="How to get facts" className="flex flex-col gap-4">
      <div>
        <h2 className="text-title">How to get facts without granting access</h2>
        <p className="max-w-[72ch] text-pretty text-ink-2">
          The bundle is one read-only SQL script built from this programme's checks and filled in with its parameters.
          Each statement explains in a comment what it reads, why, and which grants it needs, so security can approve
          it. If a statement fails, only its own facts are lost.
        </p>
      </div>
      <TextField
        label="Region"
        hint="Written next to each regional figure, for example westeurope."
        className="max-w-[320px]"
        value={region}
        maxLength={60}
        onChange={setRegion}
      />
      {whole ? <MeasureChoice measures={whole.measures} left={left} onChange={setLeft} /> : null}
      <div className="flex flex-wrap gap-2">
        <Download href={addressOf(getFactBundleSql, asked).url} name="SQL file" />
        <Download href={addressOf(getFactBundleNotebook, asked).url} name="Notebook" />
        <Download href={addressOf(getFactBundleGrants, asked).url} name="Grants" />
      </div>
      <ol className="max-w-[72ch] list-decimal pl-5 text-pretty">
        {steps.map((step) => (
          <li key={step} className="py-0.5">
            {step}
          </li>
        ))}
      </ol>
      <div className="grid max-w-[1000px] grid-cols-2 gap-x-8 gap-y-4 max-md:grid-cols-1">
        <section aria-label="What leaves the platform">
          <h3>What leaves the platform</h3>
          <p className="text-pretty text-ink-2">
            Only the downloaded table: one figure per row with its metric, dimension, number of observations, time,
            region and bundle version. It contains no personal names, query text or rows of your data.
          </p>
        </section>
        <section aria-label="What it needs">
          <h3>What it needs</h3>
          <p className="text-pretty text-ink-2">
            The grants above, and a pro or serverless SQL warehouse, or compute with Databricks Runtime 16.3 or later.
            If a table can't be read, only that measure is skipped; the result says why and its checks show as Unknown.
          </p>
        </section>
        {chosen ? (
          <section aria-label="Estimated cost">
            <h3>Estimated cost</h3>
            <p className="text-pretty text-ink-2">{chosen.cost.said}</p>
          </section>
        ) : null}
      </div>
      <Parameters programmeId={programmeId} />
      {chosen ? <Inside bundle={chosen} /> : null}
    </section>
  )
}

const Download = ({ href, name }: { href: string; name: string }) => (
  <a href={href} download className={buttonStyle()}>
    <Icon name="download" size={14} />
    {name}
  </a>
)

/** Everything that the bundle reads and asks for, for whoever must approve it. */
function Inside({ bundle }: { bundle: FactBundleView }) {
  const { version, tables, parameters, measures } = bundle
  const look = "cursor-pointer py-1.5 font-medium"
  return (
    <div className="divide-y divide-line border-line border-y">
      <p className="py-1.5 text-ink-3 text-meta">Bundle {version}</p>
      <details>
        <summary className={look}>{count(tables.length, "system table")} read</summary>
        <ul className="columns-2 pb-3 font-mono text-ink-2 text-meta max-md:columns-1">
          {tables.map((table) => (
            <li key={table}>{table}</li>
          ))}
        </ul>
      </details>
      <details>
        <summary className={look}>{count(parameters.length, "parameter")}, as filled in</summary>
        <PlainTable
          label="Parameters"
          columns={["Parameter", "Value", "For"]}
          rows={parameters.map(({ name, fallback, meaning }) => [name, fallback || "empty", meaning])}
          nothing=""
        />
      </details>
      <details>
        <summary className={look}>{count(measures.length, "statement")}, each with its reason and its grants</summary>
        <PlainTable
          label="Statements"
          columns={["Statement", "Evidence", "Reads, and why"]}
          rows={measures.map(({ name, evidence, why }) => [name, evidence.join(", "), why])}
          nothing=""
        />
      </details>
    </div>
  )
}
