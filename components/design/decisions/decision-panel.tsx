import type { ReactNode } from "react"
import { useRecordActions } from "@/components/records/record-actions"
import { RecordPanel } from "@/components/records/record-panel"
import { RecordProperties } from "@/components/records/record-properties"
import { TextSection } from "@/components/records/text-section"
import { Section } from "@/components/shell/section"
import { Avatar } from "@/components/ui/avatar"
import { sayDay } from "@/components/ui/day-text"
import { Markdown } from "@/components/ui/markdown"
import { StatusMark } from "@/components/ui/status-mark"
import { type DecisionLine, decision, statusNames } from "@/lib/design/decisions/decision"
import { decisionWords } from "@/lib/design/decisions/event-words"
import { optionsIn } from "@/lib/design/decisions/options"
import { canEditDecision } from "./decision-columns"
import { DecisionFoot, type ToSign } from "./decision-foot"
import { DecisionMark, nameOfSigner } from "./decision-marks"
import { OptionList } from "./option-list"

type DecisionPanelProps = {
  programmeId: string
  line: DecisionLine
  toSign: ToSign | null
  me: string | null
  onClose: () => void
  onRemove: () => void
}
/** What stands in the head and the texts of the panel. */
const told = ["name", "status", "day", "choice", "context", "options", "consequences"]

/** One decision: how it stands, its text, who agreed and who signed, and what can be done with it. */
export function DecisionPanel({ programmeId, line, toSign, me, onClose, onRemove }: DecisionPanelProps) {
  return (
    <RecordPanel
      {...{ programmeId, row: line, words: decisionWords, onClose, onRemove }}
      eyebrow={`Decision ${line.number}`}
      without={Object.keys(decision.fields)}
      lead={<Lead line={line} />}
    >
      <Texts line={line} />
      <People {...{ line, toSign }} />
      <Section title="Details">
        <RecordProperties row={line} without={told} canEdit={canEditDecision} />
      </Section>
      <DecisionFoot {...{ programmeId, line, toSign, me }} />
    </RecordPanel>
  )
}

function Lead({ line }: { line: DecisionLine }) {
  const { words: names, lookups } = useRecordActions()
  const owner = line.ownerId === null ? null : names.nameOf("person", line.ownerId)
  const gaps = line.gapIds.length
  const since =
    line.day === null ? "" : `${line.status === "in_review" ? " since" : ""} ${sayDay(line.day, lookups.today)}`
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
      <DecisionMark status={line.status} word={`${statusNames[line.status]}${since}`} />
      {owner ? (
        <span className="flex items-center gap-1.5">
          <Avatar name={owner} size={16} decorative /> {owner}
        </span>
      ) : null}
      {gaps > 0 ? <span className="text-ink-2">closes {gaps === 1 ? "1 gap" : `${gaps} gaps`}</span> : null}
    </p>
  )
}
/** Context, options and consequences; frozen from the review on. */
function Texts({ line }: { line: DecisionLine }) {
  const { slots, set, mayEdit } = useRecordActions()
  const isOpen = mayEdit && line.status === "draft"
  const part = (name: "context" | "options" | "consequences", title: string, show?: (text: string) => ReactNode) => {
    const slot = slots.find((each) => each.name === name)
    if (!slot) return null
    return (
      <TextSection
        {...{ title, text: line[name], mayEdit: isOpen, draftKey: `${line.id} ${name}`, ...(show ? { show } : {}) }}
        onSave={(text) => set(line, slot, text)}
      />
    )
  }
  const choose = (name: string) => {
    const slot = slots.find((each) => each.name === "choice")
    if (slot) void set(line, slot, name)
  }
  return (
    <>
      {part("context", "Context")}
      {part("options", "Options", (text) => {
        const options = optionsIn(text)
        if (text === "")
          return isOpen ? (
            <p className="text-meta text-ink-3">
              Write each option as "### Name (8 days)", what speaks for it after "+", what against it after "-".
            </p>
          ) : null
        if (options.length === 0) return <Markdown source={text} className="text-ink-2" />
        return <OptionList {...{ options, chosen: line.choice }} onChoose={isOpen ? choose : null} />
      })}
      {part("consequences", "Consequences")}
    </>
  )
}

/** Who was asked to look at it, and who has signed. */
function People({ line, toSign }: { line: DecisionLine; toSign: ToSign | null }) {
  const { words: names, lookups } = useRecordActions()
  const { reviewerIds, reviews, signers, signatures } = line
  const nameOf = (id: string) => names.nameOf("person", id) ?? "Removed"
  const dayOf = (instant: string) => sayDay(instant.slice(0, 10), lookups.today)
  if (reviewerIds.length + signers.length === 0) return null
  const agreed = reviews.filter(({ personId, agreed: yes }) => yes && reviewerIds.includes(personId)).length
  const signed = signers.filter((key) => signatures.some(({ responsibility }) => responsibility === key)).length
  return (
    <div className="grid grid-cols-2 gap-x-5">
      {reviewerIds.length > 0 ? (
        <Section title="Reviewers" action={<Count part={agreed} all={reviewerIds.length} />}>
          {reviewerIds.map((id) => {
            const word = reviews.find(({ personId }) => personId === id)
            const rest = word
              ? word.agreed
                ? `agreed ${dayOf(word.at)}`
                : `asks for a change: ${word.note}`
              : "not answered"
            return (
              <Person key={id} name={nameOf(id)} rest={rest} kind={word ? (word.agreed ? "met" : "not-met") : null} />
            )
          })}
        </Section>
      ) : null}
      {signers.length > 0 ? (
        <Section title="Signatures" action={<Count part={signed} all={signers.length} />}>
          {signers.map((key) => {
            const given = signatures.find(({ responsibility }) => responsibility === key)
            const rest = given ? `${nameOf(given.personId)}, ${dayOf(given.signedAt)}` : "not signed"
            return <Person key={key} name={nameOfSigner(key)} rest={rest} kind={given ? "met" : null} />
          })}
          {toSign ? (
            <p className="mt-1 text-ink-2 text-meta" title={toSign.hash}>
              over <code>{`${toSign.hash.slice(0, 4)}…${toSign.hash.slice(-4)}`}</code>
            </p>
          ) : null}
        </Section>
      ) : null}
    </div>
  )
}

const Count = ({ part, all }: { part: number; all: number }) => (
  <span className="text-ink-2 text-meta">
    {part} of {all}
  </span>
)

function Person({ name, rest, kind }: { name: string; rest: string; kind: "met" | "not-met" | null }) {
  return (
    <p className="flex gap-2 py-0.5">
      <StatusMark kind={kind ?? "not_started"} withWord={false} word={rest} className="mt-1.5" />
      <span className="min-w-0">
        {name}
        <span className="block text-ink-2 text-meta">{rest}</span>
      </span>
    </p>
  )
}
