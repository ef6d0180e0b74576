"use client"

import { Properties, Property, SidePanel } from "@/components/shell/side-panel"
import type { EventView } from "@/lib/door/audit/contract"
import type { EventRow } from "./event-columns"

type EventPanelProps = { seq: number; row: EventRow | null | undefined; problem: string | null; onClose: () => void }

/** One event: who, when and what, all that it holds, and the hash that stands for it and all before it. */
export function EventPanel({ seq, row, problem, onClose }: EventPanelProps) {
  const waiting = row === undefined && problem === null
  return (
    <SidePanel
      recordId={`${seq}`}
      title={row?.what ?? (waiting ? "…" : "Not found")}
      eyebrow={`Event #${seq}`}
      onClose={onClose}
    >
      {row ? <EventBody row={row} /> : null}
      {row || waiting ? null : (
        <p className="text-ink-2">{problem ?? "The audit trail has no event with that number."}</p>
      )}
    </SidePanel>
  )
}

function EventBody({ row }: { row: EventRow }) {
  const texts = Object.entries(row.texts)
  return (
    <>
      <Properties>
        <Property label="Who">{row.who}</Property>
        <Property label="When">
          <time dateTime={row.at}>{row.when}</time>
        </Property>
        <Property label="Type">{row.type}</Property>
      </Properties>
      {texts.length > 0 ? (
        <Part title="Texts">
          <dl className="flex flex-col gap-2">
            {texts.map(([field, text]) => (
              <div key={field}>
                <dt className="text-ink-3 text-meta">{field}</dt>
                <dd className={text === null ? "text-ink-3 italic" : "whitespace-pre-line break-words"}>
                  {text ?? "Erased. Its hash is still in the chain."}
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      ) : null}
      <Part title="Data">
        <Data row={row} />
      </Part>
      <Part title="Hash">
        <p className="break-all font-mono text-ink-2 text-meta">{row.hash}</p>
        <p className="mt-1 text-ink-3 text-meta">SHA-256 of this event and all earlier ones.</p>
      </Part>
    </>
  )
}

function Data({ row }: { row: EventView }) {
  const members = { ...(row.subjectId ? { subject: row.subjectId } : {}), ...row.data }
  if (Object.keys(members).length === 0) return <p className="text-ink-3">None.</p>
  return (
    <pre className="whitespace-pre-wrap break-all rounded-md bg-sunken px-3 py-2 font-mono text-meta">
      {JSON.stringify(members, null, 2)}
    </pre>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title} className="mt-5">
      <h3 className="mb-1.5">{title}</h3>
      {children}
    </section>
  )
}
