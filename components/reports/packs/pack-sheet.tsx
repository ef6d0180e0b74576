import { RagMark } from "@/components/steering/rag-mark"
import { cn } from "@/components/ui/class-names"
import type { PackContent, PackHead } from "@/lib/reports/pack-contract"
import { type PackTable, packTables } from "@/lib/reports/pack-tables"

type PackSheetProps = { content: PackContent; head: PackHead | null }

/** A pack as one sheet: the answer, what changed, then every table. */
export function PackSheet({ content, head }: PackSheetProps) {
  const { number, programme, answer, basis, rag, since, note } = content
  const at = content.asOf.slice(0, 16).replace("T", " ")
  return (
    <article className="mx-auto max-w-[1000px] rounded-sm border border-line-strong bg-surface px-7 py-6 max-md:px-4">
      <header className="flex flex-wrap items-baseline gap-x-3 border-ink border-b pb-2">
        <h2>{head ? `Steering pack ${number}` : "Draft of now"}</h2>
        <span className="text-ink-2">{programme.name}</span>
        <span className="ml-auto text-ink-3 text-meta">as of {at} UTC</span>
      </header>
      <div className="flex gap-5 py-4 max-md:block">
        <RagMark status={rag.overall} className="w-24 self-start pt-0.5 font-semibold" />
        <div>
          <p className="text-[16px] leading-6">{answer}</p>
          <p className="mt-1 text-ink-3 text-meta">{basis}</p>
          {note ? <p className="mt-2 whitespace-pre-line">{note}</p> : null}
        </div>
      </div>
      {since.length > 0 ? (
        <section className="border-line border-t py-3">
          <h3 className="font-semibold">Since the pack before</h3>
          <ul className="mt-1 columns-2 gap-8 max-lg:columns-1">
            {since.map((line) => (
              <li key={line} className="break-inside-avoid py-0.5 text-ink-2 text-meta">
                {line}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {packTables(content).map((table) => (
        <Table key={table.title} table={table} />
      ))}
      <footer className="mt-3 flex flex-wrap gap-x-6 border-line border-t pt-2 text-ink-3 text-meta">
        {head ? (
          <>
            <span>frozen by {head.frozenBy}</span>
            <span className="break-all font-mono">sha256 {head.sha256}</span>
            <span>verify code {head.code}</span>
          </>
        ) : (
          <span>Draft: never sent. Freeze it to keep it.</span>
        )}
      </footer>
    </article>
  )
}

function Table({ table: { title, heads, widths, rows, none } }: { table: PackTable }) {
  return (
    <section className="border-line border-t py-3">
      <h3 className="mb-1 font-semibold">{title}</h3>
      {rows.length === 0 ? <p className="text-ink-3 text-meta">{none}</p> : null}
      {rows.length > 0 ? (
        <table className="w-full table-fixed border-collapse max-md:block">
          <thead className="max-md:sr-only">
            <tr>
              {heads.map((head, at) => (
                <th
                  key={head}
                  style={{ width: `${(widths[at] ?? 0) * 100}%` }}
                  className="pr-3 pb-1 text-left font-normal text-ink-3 text-meta"
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-md:block">
            {rows.map((cells) => (
              <tr key={cells.join("|")} className="border-line border-t align-top max-md:block max-md:py-1.5">
                {cells.map((cell, at) => (
                  <td
                    key={heads[at]}
                    className={cn(
                      "break-words py-1 pr-3 text-meta max-md:inline-block max-md:py-0",
                      at === 0 ? "text-ink max-md:block" : "text-ink-2",
                    )}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
