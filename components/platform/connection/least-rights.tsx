import Link from "next/link"

const rights = [
  { on: "SQL warehouse", right: "CAN USE" },
  { on: "Catalog system", right: "USE CATALOG, and on its schemas USE SCHEMA and SELECT" },
  { on: "Workspace", right: "Admin, only for its tokens, administrators and settings" },
  { on: "Account", right: "Admin, only for budgets and the number of users" },
] as const

/** The least that a connection needs, and what happens where it has less. */
export function LeastRights({ programmeId }: { programmeId: string }) {
  return (
    <section aria-label="Minimum permissions">
      <h3>Minimum permissions</h3>
      <dl className="mt-1 grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 text-meta">
        {rights.map(({ on, right }) => (
          <div key={on} className="contents">
            <dt className="py-0.5 text-ink-3">{on}</dt>
            <dd className="py-0.5 text-pretty">{right}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-pretty text-ink-3 text-meta">
        You can grant less: anything it can't read is reported as Unknown with the reason. Only figures leave the
        workspace: no rows, names or query text.{" "}
        <Link href={`/programmes/${programmeId}/assurance/facts`} className="underline decoration-1 underline-offset-2">
          All statements it runs
        </Link>
      </p>
    </section>
  )
}
