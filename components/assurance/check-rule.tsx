"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { NumberField } from "@/components/ui/number-field"
import { Pill } from "@/components/ui/pill"
import { Select } from "@/components/ui/select"
import type { CheckRuleView } from "@/lib/assurance/contract"
import { calendarDays } from "@/lib/base/kernel/number-text"
import { rounded } from "@/lib/base/kernel/rounded"
import { comparisons } from "@/lib/platform/facts/rule"
import type { RuleEdit } from "@/lib/platform/facts/rule-shapes"
import { changeCheckRule, confirmCheckRule } from "@/lib/serve/api/generated/addresses"
import type { CheckPartProps } from "./check-panel"

type CheckRuleProps = CheckPartProps & { rule: CheckRuleView }

/** By what it is judged, in words; a lead changes it in place or goes back to the roadmap's own. */
export function CheckRule({ detail, assurance, rule }: CheckRuleProps) {
  const [editing, setEditing] = useState(false)
  const { packRule } = detail
  return (
    <Section
      title="Rule"
      action={
        assurance.may.edit && !editing ? (
          <Button size="small" variant="quiet" icon="edit" onClick={() => setEditing(true)}>
            Edit
          </Button>
        ) : null
      }
    >
      {editing ? (
        <RuleForm {...{ detail, assurance, rule }} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p className="text-pretty first-letter:uppercase">{rule.sentence}.</p>
          <p className="mt-0.5 text-pretty break-words text-ink-3 text-meta">
            {rule.evidence ? `Measured by ${rule.evidence} as ${rule.metric}.` : `Counted from programme records.`}
            {rule.edited && packRule ? ` The roadmap requires: ${packRule.sentence}.` : ""}
          </p>
          {detail.check.ruleEdit ? <EditedBy {...{ detail, assurance }} edit={detail.check.ruleEdit} /> : null}
        </>
      )}
    </Section>
  )
}

type RuleEditProps = CheckPartProps & { edit: NonNullable<CheckPartProps["detail"]["check"]["ruleEdit"]> }

/** Who edited the rule; somebody else confirms it, and until then the roadmap's must hold as well. */
function EditedBy({ detail, assurance, edit }: RuleEditProps) {
  const { programmeId, may, nameOf } = assurance
  const { id: checkId, version } = detail.check
  const confirming = useContract(confirmCheckRule)
  if (edit.confirmedById)
    return (
      <p className="text-ink-3 text-meta">
        Edited by {nameOf(edit.byId)}, confirmed by {nameOf(edit.confirmedById)}.
      </p>
    )
  return (
    <>
      <p className="mt-1 text-pretty text-ink-2">
        <Pill tone="warn">Edited</Pill> by {nameOf(edit.byId)}. Until someone else confirms it, the roadmap's rule must
        hold as well.
      </p>
      {confirming.data?.ok === false ? <InlineNotice>{confirming.data.detail}</InlineNotice> : null}
      {may.approveWaiver ? (
        <Button
          size="small"
          className="mt-1.5"
          busy={confirming.isPending}
          onClick={() => confirming.mutate({ programmeId, checkId, version })}
        >
          Confirm rule
        </Button>
      ) : null}
    </>
  )
}

const names: Record<RuleEdit["comparison"], string> = {
  ...{ "at-least": "At least", "at-most": "At most", "more-than": "More than", "less-than": "Less than" },
  equals: "Exactly",
}
const options = comparisons.map((value) => ({ value, label: names[value] }))

function RuleForm({ detail, assurance, rule, onDone }: CheckRuleProps & { onDone: () => void }) {
  const { check, packRule } = detail
  const isShare = rule.unit === "share"
  const [edit, setEdit] = useState<RuleEdit>({
    ...{ comparison: rule.comparison, threshold: rule.threshold, leastN: rule.leastN },
    ...{ freshnessDays: rule.freshnessDays, dimensions: rule.dimensions, regions: rule.regions },
  })
  const changing = useContract(changeCheckRule)
  const refusal = changing.data?.ok === false ? changing.data : null
  const save = async (next: RuleEdit | null) => {
    const { programmeId } = assurance
    const result = await changing.mutateAsync({ programmeId, checkId: check.id, version: check.version, rule: next })
    if (result.ok) onDone()
  }
  return (
    <form
      aria-label="Edit the rule"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save(edit)
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <Select
          label="Comparison"
          options={options}
          value={edit.comparison}
          onChange={(comparison) => setEdit({ ...edit, comparison })}
        />
        <NumberField
          label="Threshold"
          value={isShare ? rounded(edit.threshold * 100, 6) : edit.threshold}
          unit={isShare ? "%" : rule.unit === "count" ? "" : rule.unit.slice(0, 1)}
          onCommit={(value) => setEdit({ ...edit, threshold: isShare ? (value ?? 0) / 100 : (value ?? 0) })}
        />
        <NumberField
          label="Minimum observations"
          hint="With fewer observations the verdict is Unknown."
          min={0}
          whole
          value={edit.leastN}
          onCommit={(value) => setEdit({ ...edit, leastN: value ?? 0 })}
        />
        {rule.freshnessDays === null && edit.freshnessDays === null ? null : (
          <NumberField
            label="Maximum age"
            hint="Leave empty if age doesn't matter."
            unit="d"
            min={1}
            max={3650}
            span={calendarDays}
            value={edit.freshnessDays}
            whole
            onCommit={(freshnessDays) => setEdit({ ...edit, freshnessDays })}
          />
        )}
      </div>
      {refusal ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={changing.isPending}>
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
        {rule.edited && packRule ? (
          <Button variant="quiet" className="ml-auto" busy={changing.isPending} onClick={() => void save(null)}>
            Reset to roadmap
          </Button>
        ) : null}
      </div>
    </form>
  )
}
