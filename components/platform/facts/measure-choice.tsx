"use client"

import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { FactBundleView } from "@/lib/platform/facts/bundle-contract"
import { count } from "@/lib/reports/words"

type Measures = FactBundleView["measures"]

/** Which statements the bundle holds. What is left out is not asked, and its checks stay as they are. */
export function MeasureChoice({
  measures,
  left,
  onChange,
}: {
  measures: Measures
  left: ReadonlySet<string>
  onChange: (left: ReadonlySet<string>) => void
}) {
  const turn = (name: string, wanted: boolean) => {
    const next = new Set(left)
    if (wanted) next.delete(name)
    else next.add(name)
    onChange(next)
  }
  const previews = measures.filter(({ preview }) => preview)
  return (
    <details className="border-line border-y">
      <summary className="cursor-pointer py-1.5 font-medium">
        {left.size === 0
          ? `All ${count(measures.length, "measure")}`
          : `${measures.length - left.size} of ${count(measures.length, "measure")}, ${left.size} left out`}
      </summary>
      <fieldset className="flex flex-col gap-2 pb-3">
        <legend className="sr-only">Measures in the bundle</legend>
        <p className="max-w-[72ch] text-pretty text-ink-2">
          Facts of measures you leave out aren't collected, and their checks keep their verdict.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button disabled={left.size === 0} onClick={() => onChange(new Set())}>
            Include all
          </Button>
          <Button onClick={() => onChange(new Set([...left, ...previews.map(({ name }) => name)]))}>
            Leave out preview tables
          </Button>
        </div>
        <div className="grid grid-cols-2 gap-x-8 gap-y-1 max-md:grid-cols-1">
          {measures.map(({ name, evidence, tables, preview }) => (
            <Checkbox
              key={name}
              label={`${name} (${evidence.join(", ")})`}
              hint={`${count(tables.length, "table")}${preview ? ", some in preview" : ""}`}
              checked={!left.has(name)}
              onChange={(wanted) => turn(name, wanted)}
            />
          ))}
        </div>
      </fieldset>
    </details>
  )
}
