"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { PlainTable } from "@/components/plan/exchange/plain-table"
import { buttonStyle } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { addressOf } from "@/lib/door/call"
import type { FactBundleView } from "@/lib/platform/facts/bundle-contract"
import { count } from "@/lib/reports/words"
import { getFactBundle, getFactBundleNotebook, getFactBundleSql } from "@/lib/serve/api/generated/addresses"
import { Parameters } from "./parameters"

const steps = [
  "Send one of these files to someone who can read the system tables.",
  "They run it in Databricks once per region: the query in the SQL editor, or the notebook on serverless or shared compute.",
  "They download the result as CSV, review it and send it to you.",
  "Upload it above. You'll see which verdicts change before anything is saved.",
] as const

/** How facts come out of Databricks without granting this product any access, and what leaves the platform. */
export function GetFacts({ programmeId }: { programmeId: string }) {
  const bundle = useAnswer(getFactBundle, { programmeId }).data
  return (
    <section aria-label="How to get facts" className="flex flex-col gap-4">
      <div>
        <h2 className="text-title">How to get facts without granting access</h2>
        <p className="max-w-[72ch] text-pretty text-ink-2">
          The bundle is one read-only query built from this programme's checks. Each statement explains in a comment
          what it reads and why, so security can approve it.
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <a href={addressOf(getFactBundleSql, { programmeId }).url} download className={buttonStyle()}>
          <Icon name="download" size={14} />
          SQL file
        </a>
        <a href={addressOf(getFactBundleNotebook, { programmeId }).url} download className={buttonStyle()}>
          <Icon name="download" size={14} />
          Notebook
        </a>
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
            USE and SELECT on the schemas below, and a SQL warehouse. If a table can't be read, the notebook skips that
            measure and its checks show as Unknown.
          </p>
        </section>
      </div>
      <Parameters programmeId={programmeId} />
      {bundle ? <Inside bundle={bundle} /> : null}
    </section>
  )
}

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
        <summary className={look}>{count(parameters.length, "optional parameter")}</summary>
        <PlainTable
          label="Parameters"
          columns={["Parameter", "Default", "For"]}
          rows={parameters.map(({ name, fallback, meaning }) => [name, fallback || "empty", meaning])}
          nothing=""
        />
      </details>
      <details>
        <summary className={look}>{count(measures.length, "statement")}, each with its reason</summary>
        <PlainTable
          label="Statements"
          columns={["Statement", "Evidence", "Reads, and why"]}
          rows={measures.map(({ name, evidence, why }) => [name, evidence, why])}
          nothing=""
        />
      </details>
    </div>
  )
}
