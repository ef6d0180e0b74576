import { Checkbox } from "@/components/ui/checkbox"
import type { Cloud } from "@/lib/pack/clouds"
import { clouds } from "@/lib/pack/clouds"
import { FieldGroup } from "./field-group"

type CloudsFieldProps = {
  chosen: readonly Cloud[]
  onChange: (chosen: readonly Cloud[]) => void
  error?: string | undefined
  hint: string
}

export const cloudNames: Record<Cloud, string> = { azure: "Azure", aws: "AWS", gcp: "Google Cloud" }

/** The clouds that a programme runs on. */
export function CloudsField({ chosen, onChange, error, hint }: CloudsFieldProps) {
  return (
    <FieldGroup label="Clouds" error={error} hint={hint}>
      <div className="flex h-8 items-center gap-5">
        {clouds.map((cloud, index) => (
          <Checkbox
            key={cloud}
            label={cloudNames[cloud]}
            checked={chosen.includes(cloud)}
            aria-invalid={error && index === 0 ? true : undefined}
            onChange={(on) => onChange(clouds.filter((each) => (each === cloud ? on : chosen.includes(each))))}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
