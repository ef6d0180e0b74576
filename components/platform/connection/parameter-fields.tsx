import type * as z from "zod"
import { TextField } from "@/components/ui/text-field"
import type { listConnections } from "@/lib/platform/connection/contract"
import { sayKey } from "./say-run"

export type Parameter = z.output<typeof listConnections.output>["parameters"][number]

type ParameterFieldsProps = {
  parameters: readonly Parameter[]
  values: Readonly<Record<string, string>>
  error: (name: string) => string | undefined
  onChange: (values: Readonly<Record<string, string>>) => void
}

/** Which parameters belong together, by what their keys say; whatever is new stands under the rest. */
const groups = [
  { name: "Period, region and price", has: /^(days|region|tag|currency)$/ },
  { name: "Production scope", has: /^production_/ },
  { name: "Lakehouse layers", has: /_schemas$|^raw_tables$/ },
  { name: "Plan values", has: /^planned_|^target_|^use_cases$/ },
  { name: "Other", has: /^/ },
] as const

const groupOf = ({ name }: Parameter) => groups.find(({ has }) => has.test(name))?.name

/** What the bundle is told, in groups that are folded away until they are wanted. */
export function ParameterFields({ parameters, values, error, onChange }: ParameterFieldsProps) {
  return (
    <section aria-label="Bundle parameters">
      <h3>Bundle parameters</h3>
      <p className="mb-2 text-pretty text-ink-3 text-meta">
        All optional; greyed values are the defaults. Measures without a plan value stay Unknown.
      </p>
      <div className="divide-y divide-line border-line border-y">
        {groups.map(({ name }) => {
          const inside = parameters.filter((each) => groupOf(each) === name)
          if (inside.length === 0) return null
          const set = inside.filter((each) => (values[each.name] ?? "").trim() !== "").length
          return (
            <details key={name} open={inside.some((each) => error(each.name) !== undefined) || undefined}>
              <summary className="cursor-pointer py-1.5">
                {name}{" "}
                <span className="text-ink-3 text-meta tabular-nums">
                  {set} of {inside.length} set
                </span>
              </summary>
              <div className="flex flex-col gap-3 pt-1 pb-4">
                {inside.map((each) => (
                  <TextField
                    key={each.name}
                    label={sayKey(each.name)}
                    value={values[each.name] ?? ""}
                    placeholder={each.fallback || "Empty"}
                    hint={each.meaning}
                    error={error(each.name)}
                    onChange={(value) => onChange({ ...values, [each.name]: value })}
                  />
                ))}
              </div>
            </details>
          )
        })}
      </div>
    </section>
  )
}
