import type { ImportPreview } from "@/lib/records/import-shapes"

type Row = ImportPreview["rows"][number]
const headings = { refused: "Errors", changed: "Changed", added: "Added" } as const

/** What becomes of each row of a file: errors first, then changes with what was before. */
export function PreviewRows({ preview: { rows, moreRows } }: { preview: ImportPreview }) {
  return (
    <>
      {(["refused", "changed", "added"] as const).map((kind) => {
        const these = rows.filter((row) => row.kind === kind)
        return these.length > 0 ? <Rows key={kind} heading={headings[kind]} rows={these} /> : null
      })}
      {moreRows > 0 ? <p className="text-ink-2">{moreRows} more rows are not listed.</p> : null}
    </>
  )
}

function Rows({ heading, rows }: { heading: string; rows: readonly Row[] }) {
  return (
    <section aria-label={heading}>
      <h3 className="mb-1 font-medium">{heading}</h3>
      <ul className="flex flex-col gap-1.5">
        {rows.map(({ line, title, changes, problems }) => (
          <li key={line} className="break-words">
            <span className="text-ink-3">Row {line}</span> {title}
            {problems.map(({ field, message }) => (
              <span key={`${field} ${message}`} className="block text-ink-2">
                {field ? `${field}: ${message}` : message}
              </span>
            ))}
            {changes.map(({ field, from, to }) => (
              <span key={field} className="block text-ink-2">
                {field}: {from === "" ? "empty" : short(from)} to {to === "" ? "empty" : short(to)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

/** `3 added, 2 changed, 5 unchanged, 1 with errors`. */
export function sayCounts({ added, changed, same, refused }: ImportPreview["counts"]): string {
  const parts = [`${added} added`, `${changed} changed`, `${same} unchanged`]
  return `${parts.join(", ")}${refused > 0 ? `, ${refused} with errors` : ""}.`
}
