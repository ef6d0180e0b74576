import { Select } from "@/components/ui/select"
import type { ImportPreview } from "@/lib/records/import-shapes"

type ColumnChoicesProps = { preview: ImportPreview; onChoose: (head: string, name: string) => void }

/** Which field each column of the file is read into, with what stands in it. */
export function ColumnChoices({ preview, onChoose }: ColumnChoicesProps) {
  const options = [
    { value: "", label: "Not imported" },
    ...preview.fields.map(({ name, label }) => ({ value: name, label })),
  ]
  return (
    <section aria-label="Columns">
      <h3 className="mb-2 font-medium">Columns</h3>
      <ul className="flex flex-col gap-3">
        {preview.columns
          .filter(({ head }) => head !== "")
          .map(({ head, field, samples }) => (
            <li key={head}>
              <Select label={head} options={options} value={field ?? ""} onChange={(name) => onChoose(head, name)} />
              <p className="mt-1 truncate text-ink-3 text-meta">{samples.length > 0 ? samples.join(" · ") : "Empty"}</p>
            </li>
          ))}
      </ul>
    </section>
  )
}
