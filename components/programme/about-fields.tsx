import { Checkbox } from "@/components/ui/checkbox"
import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import type { ReleaseSummary } from "@/lib/pack/outline"
import type { Cloud } from "@/lib/pack/release"
import { clouds } from "@/lib/roadmap/programme"
import type { Draft, FieldErrors } from "./draft"
import { FieldGroup } from "./field-group"

type AboutFieldsProps = {
  draft: Draft
  edit: (part: Partial<Draft>) => void
  errors: FieldErrors
  releases: readonly ReleaseSummary[]
  releaseKey: string
  changeRelease: (key: string) => void
}

const cloudNames: Record<Cloud, string> = { azure: "Azure", aws: "AWS", gcp: "Google Cloud" }

/** What the programme is called, for whom, where it runs and what it starts from. */
export function AboutFields({ draft, edit, errors, releases, releaseKey, changeRelease }: AboutFieldsProps) {
  const release = releases.find(({ key }) => key === releaseKey)
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label="Name"
        value={draft.name}
        onChange={(name) => edit({ name })}
        error={errors.name}
        maxLength={80}
      />
      <TextField
        label="Organisation"
        value={draft.organisation}
        onChange={(organisation) => edit({ organisation })}
        error={errors.organisation}
        maxLength={80}
      />
      <TextField
        label="Sponsor (optional)"
        value={draft.sponsor}
        onChange={(sponsor) => edit({ sponsor })}
        error={errors.sponsor}
        maxLength={80}
      />
      <FieldGroup label="Clouds" error={errors.clouds} hint="Activities that only other clouds need are left out.">
        <div className="flex h-8 items-center gap-5">
          {clouds.map((cloud, index) => (
            <Checkbox
              key={cloud}
              label={cloudNames[cloud]}
              checked={draft.clouds.includes(cloud)}
              aria-invalid={errors.clouds && index === 0 ? true : undefined}
              onChange={(on) =>
                edit({ clouds: clouds.filter((each) => (each === cloud ? on : draft.clouds.includes(each))) })
              }
            />
          ))}
        </div>
      </FieldGroup>
      <div className="grid grid-cols-[1fr_96px] gap-3">
        <Select
          label="Roadmap release"
          options={releases.map(({ key, name }) => ({ value: key, label: `${key} ${name}` }))}
          value={releaseKey}
          onChange={changeRelease}
          error={errors.packRelease}
          {...(release ? { hint: `Content as of ${release.asOf}` } : {})}
        />
        <TextField
          label="Currency"
          value={draft.currency}
          onChange={(currency) => edit({ currency })}
          error={errors.currency}
          maxLength={3}
        />
      </div>
    </div>
  )
}
