import { Select } from "@/components/ui/select"
import { TextField } from "@/components/ui/text-field"
import { shortMonthNames } from "@/lib/base/kernel/day-words"
import type { ReleaseSummary } from "@/lib/pack/outline"
import { CloudsField } from "./clouds-field"
import type { Draft, FieldErrors } from "./draft"

type AboutFieldsProps = {
  draft: Draft
  edit: (part: Partial<Draft>) => void
  errors: FieldErrors
  releases: readonly ReleaseSummary[]
  releaseKey: string
  changeRelease: (key: string) => void
}

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
      <CloudsField
        chosen={draft.clouds}
        onChange={(clouds) => edit({ clouds })}
        error={errors.clouds}
        hint="Leaves out activities that only apply to other clouds."
      />
      <div className="grid grid-cols-[1fr_96px] gap-3">
        <Select
          label="Roadmap release"
          options={releases.map(({ key, name }) => ({ value: key, label: `${key} ${name}` }))}
          value={releaseKey}
          onChange={changeRelease}
          error={errors.packRelease}
          {...(release ? { hint: `Content as of ${monthOf(release.asOf)}` } : {})}
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

/** `Nov 2026` of `2026-11`. */
function monthOf(asOf: string): string {
  const [year, month] = asOf.split("-")
  return `${shortMonthNames[Number(month) - 1] ?? ""} ${year}`
}
