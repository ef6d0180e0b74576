"use client"

import { type KeyboardEvent, useRef, useState } from "react"
import { PathChart } from "@/components/chart/path-chart"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/class-names"
import { Kbd } from "@/components/ui/kbd"
import type { Day } from "@/lib/base/kernel/day"
import { readNumber } from "@/lib/base/kernel/number-text"
import { checkIn, getKpiHistory } from "@/lib/serve/api/generated/addresses"
import { pathOfKpi } from "@/lib/value/kpi"
import { type KpiLine, needsSentence } from "@/lib/value/kpi-line"
import { sayGain, sayPeriod, sayShort, saySource, sayUnit, sayValue } from "@/lib/value/say-value"
import type { Said } from "./check-in-list"
import { CheckIns } from "./check-ins"
import { ConfidenceField } from "./confidence-field"

type CheckInFormProps = {
  programmeId: string
  line: KpiLine
  today: Day
  currency: string
  owner: string | null
  isMine: boolean
  onSaved: (said: Said) => void
  onBack: (() => void) | null
  onSkip: () => void
}

/** One check-in. Enter saves and goes on from any field; what was measured is there already. */
export function CheckInForm(props: CheckInFormProps) {
  const { programmeId, line, today, currency, owner, isMine, onSaved, onBack, onSkip } = props
  const { latest, due, unit } = line
  const isTyped = line.source === "typed" || line.source === "imported"
  const say = (value: number) => sayValue(value, unit, currency)
  const { data } = useAnswer(getKpiHistory, { programmeId, recordId: line.id })
  const saving = useContract(checkIn)
  const [text, setText] = useState(isTyped || latest === null ? "" : String(latest.value))
  const [confidence, setConfidence] = useState<number | null>(line.confidence)
  const [sentence, setSentence] = useState("")
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const words = useRef<HTMLInputElement>(null)
  const typed = text.trim() === "" ? null : readNumber(text.replace(/\s*[%×]$/, ""))
  const value = isTyped ? typed : (latest?.value ?? null)
  // It is said of the last day of its period; what was measured keeps its own day beside it.
  const day = due.period.to < today ? due.period.to : today
  const wantsSentence = value !== null && needsSentence(line, value, latest?.value ?? null, today)
  const stop = (why: string, at: HTMLInputElement | null) => {
    setProblem(why)
    at?.focus()
  }
  const save = async () => {
    if (saving.isPending) return
    if (isTyped && typed === null)
      return stop(text.trim() === "" ? "Enter the value." : "Enter a number.", field.current)
    if (confidence === null) return setProblem("Choose how sure you are, 0 to 10.")
    const answer = await saving.mutateAsync({
      ...{ programmeId, recordId: line.id, day, value, confidence },
      ...(sentence.trim() === "" ? {} : { sentence: sentence.trim() }),
    })
    if (answer.ok) return onSaved({ value })
    stop(answer.detail, answer.code === "sentence-needed" ? words.current : field.current)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault()
      if (event.shiftKey) onBack?.()
      else void save()
    }
    if (event.key.toLowerCase() === "s" && event.altKey) {
      event.preventDefault()
      onSkip()
    }
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 overflow-y-auto max-xl:flex-col">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter and Alt S count in every field of the form */}
      <div className="min-w-0 flex-1 px-7 py-5 max-md:px-4 xl:max-w-[520px]" onKeyDown={onKeyDown}>
        <p className="text-ink-3 text-meta">{[owner ?? "no owner", cadenceWords[line.cadence]].join(", ")}</p>
        <h2 className="text-[22px] leading-8 tracking-[-0.01em]">{line.name}</h2>
        <p className="mb-5 text-pretty text-ink-2">{line.definition}</p>
        <label className="mb-1.5 block" htmlFor={`value-${line.id}`}>
          <span className="font-semibold">Value</span>
          <span className="ml-2 text-ink-3 text-meta">{sayPeriod(due.period, line.cadence)}</span>
        </label>
        <div className="mb-5 grid gap-y-3">
          <span
            className={cn(
              "flex h-14 w-[260px] items-center gap-2 rounded-md border-2 px-3.5 max-md:w-full",
              isTyped ? "border-accent" : "border-line-strong bg-sunken",
            )}
          >
            <input
              ref={field}
              id={`value-${line.id}`}
              // biome-ignore lint/a11y/noAutofocus: the mode is there for typing, and the field is its first
              autoFocus
              inputMode="decimal"
              autoComplete="off"
              value={isTyped ? text : latest ? say(latest.value) : "–"}
              readOnly={!isTyped}
              aria-invalid={problem !== null || undefined}
              aria-describedby={problem ? `problem-${line.id}` : undefined}
              onChange={(event) => {
                setText(event.target.value)
                setProblem(null)
              }}
              className="w-0 min-w-[72px] flex-1 bg-transparent text-[26px] outline-none"
            />
            <span className="flex-none text-right text-ink-3 text-meta">
              {isTyped
                ? sayUnit(unit, currency)
                : latest
                  ? `${saySource(latest.source)}, ${sayShort(latest.day, today)}`
                  : ""}
            </span>
          </span>
          <dl className="flex flex-wrap justify-between gap-x-5 gap-y-2 max-md:grid max-md:grid-cols-2">
            <Figure label={latest ? `Last, ${sayShort(latest.day, today)}` : "Last"}>
              {latest ? say(latest.value) : "–"}
            </Figure>
            <Figure label="Change">
              {value !== null && latest ? sayGain(value - latest.value, unit, currency) : "–"}
            </Figure>
            <Figure label="Path today">{line.expected === null ? "–" : say(line.expected)}</Figure>
            <Figure label={line.targetDay ? `Target, ${sayShort(line.targetDay, today)}` : "Target"}>
              {line.target === null ? "–" : say(line.target)}
            </Figure>
          </dl>
        </div>
        <ConfidenceField
          value={confidence}
          last={line.confidence}
          about={
            line.target === null || line.targetDay === null
              ? "that it meets its target"
              : `that it is ${say(line.target)} by ${sayShort(line.targetDay, today)}`
          }
          onChange={(next) => {
            setConfidence(next)
            setProblem(null)
          }}
        />
        <label className="mt-5 mb-1.5 block" htmlFor={`sentence-${line.id}`}>
          <span className="font-semibold">One sentence</span>
          <span className="ml-2 text-ink-3 text-meta">
            {wantsSentence || value === null ? "what it means, what you do" : "if there is something to say"}
          </span>
        </label>
        <input
          ref={words}
          id={`sentence-${line.id}`}
          autoComplete="off"
          maxLength={500}
          value={sentence}
          onChange={(event) => {
            setSentence(event.target.value)
            setProblem(null)
          }}
          className="h-9 w-full rounded-md border border-line-field bg-raised px-3 outline-none focus-visible:border-accent focus-visible:ring-1 focus-visible:ring-accent"
        />
        <p id={`problem-${line.id}`} role="alert" className="min-h-6 pt-1 text-meta text-needs-you">
          {problem}
        </p>
        <div className="flex flex-wrap items-center gap-2 max-md:sticky max-md:bottom-0 max-md:-mx-4 max-md:border-line max-md:border-t max-md:bg-surface max-md:px-4 max-md:py-2">
          <Button variant="primary" size="large" kbd="Enter" busy={saving.isPending} onClick={() => void save()}>
            Save and go on
          </Button>
          <Button size="large" kbd="Shift Enter" disabled={!onBack} onClick={() => onBack?.()}>
            Back
          </Button>
          <Button size="large" variant="quiet" kbd="Alt S" onClick={onSkip}>
            Skip
          </Button>
        </div>
        <p className="mt-3 text-ink-3 text-meta">
          {isMine || owner === null ? "" : `You answer for ${owner}, who can correct it. `}
        </p>
        <p className="mt-1 flex items-center gap-1.5 text-ink-3 text-meta max-lg:hidden">
          <Kbd>Tab</Kbd> next field, <Kbd>0</Kbd> … <Kbd>9</Kbd> <Kbd>↑</Kbd> confidence
        </p>
      </div>
      <aside
        aria-label="Before"
        className="w-[316px] flex-none border-line border-l px-5 py-5 max-xl:w-full max-xl:border-t max-xl:border-l-0 max-md:px-4"
      >
        {data ? (
          <>
            <PathChart
              label={`${line.name} over time`}
              today={today}
              points={data.points}
              path={pathOfKpi(line) ?? []}
              forecast={null}
              draft={isTyped && value !== null ? { day, value } : null}
              marks={data.gates}
              say={say}
              width={290}
              height={170}
            />
            <h3 className="mt-3 mb-2 font-semibold">Check-ins before</h3>
            <CheckIns rows={data.checkIns} {...{ say, today }} />
          </>
        ) : null}
      </aside>
    </div>
  )
}

const cadenceWords = { weekly: "every week", monthly: "every month", quarterly: "every quarter" } as const

function Figure({ label, children }: { label: string; children: string }) {
  return (
    <div className="whitespace-nowrap">
      <dt className="text-ink-3 text-meta">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  )
}
