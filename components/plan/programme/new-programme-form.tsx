"use client"

import { useRouter } from "next/navigation"
import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import type { Day } from "@/lib/base/kernel/day"
import type { CallRefusal } from "@/lib/door/call"
import type { ReleaseOutline, ReleaseSummary } from "@/lib/pack/outline"
import { addProgramme, getRelease } from "@/lib/serve/api/generated/addresses"
import { AboutFields } from "./about-fields"
import { CalendarFields } from "./calendar-fields"
import { ContentsPreview } from "./contents-preview"
import { type Draft, emptyDraft, errorsOf, inputOf, refusedFields, withClouds } from "./draft"

type NewProgrammeFormProps = {
  releases: readonly ReleaseSummary[]
  newest: ReleaseOutline
  /** Today, and the start that is proposed. */
  today: Day
  proposedStart: Day
}

const FORM_ID = "new-programme"

/** Everything that a new programme starts from, and beside it what it will contain. Nothing typed is lost when it is refused. */
export function NewProgrammeForm({ releases, newest, today, proposedStart }: NewProgrammeFormProps) {
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(proposedStart))
  const [tries, setTries] = useState(0)
  const [refusal, setRefusal] = useState<CallRefusal | null>(null)
  const [releaseKey, setReleaseKey] = useState(newest.key)
  const other = useAnswer(getRelease, releaseKey === newest.key ? null : { releaseKey })
  const outline = other.data ?? newest
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  const create = useContract(addProgramme)
  const input = inputOf(draft, outline, useBrowserZone())
  const errors = tries === 0 ? {} : { ...(refusal ? refusedFields(draft, refusal) : {}), ...errorsOf(draft, input) }

  const edit = (part: Partial<Draft>) => {
    setRefusal(null)
    setDraft((was) =>
      part.clouds ? withClouds({ ...was, ...part, clouds: was.clouds }, part.clouds, outline) : { ...was, ...part },
    )
  }
  const changeRelease = (key: string) => {
    setReleaseKey(key)
    setDraft((was) => ({ ...was, clouds: [], leftOut: new Set() }))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTries((was) => was + 1)
    setRefusal(null)
    if (create.isPending || Object.keys(errorsOf(draft, input)).length > 0) return
    const result = await create.mutateAsync(input)
    if (result.ok) router.push(`/programmes/${result.value.id}/overview`)
    else setRefusal(result)
  }
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()
  }, [tries])
  const busy = create.isPending || create.data?.ok === true
  return (
    <>
      <PageBar
        title="New programme"
        actions={
          <Button type="submit" form={FORM_ID} variant="primary" busy={busy}>
            Create programme
          </Button>
        }
      />
      <PageBody>
        <div className="grid min-h-full grid-cols-[minmax(340px,440px)_1fr] max-lg:grid-cols-1">
          <form
            id={FORM_ID}
            ref={form}
            noValidate
            onSubmit={submit}
            className="flex flex-col gap-7 px-5 pt-4 pb-8 max-md:px-4"
          >
            {refusal ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
            <AboutFields {...{ draft, edit, errors, releases, releaseKey, changeRelease }} />
            <CalendarFields
              {...{ draft, edit, errors, today }}
              timeZone={input.timeZone}
              holidayHint="Non-working days for everyone. Review the list; you can change it later in Settings."
            />
          </form>
          <ContentsPreview
            outline={outline}
            leftOut={draft.leftOut}
            onChange={(leftOut) => edit({ leftOut })}
            weekend={draft.weekend}
            holidays={draft.holidays}
            startDay={draft.startDay}
            today={today}
            error={errors.leaveOut ?? (refusal?.code === "nothing-left" ? refusal.detail : undefined)}
          />
        </div>
      </PageBody>
    </>
  )
}

const never = () => () => {}

/** The browser's time zone; UTC until the page is alive, so that it is drawn the same on both sides. */
const useBrowserZone = (): string =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  )
