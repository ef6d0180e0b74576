"use client"

import { type ReactNode, useMemo } from "react"
import { AssuranceTabs } from "@/components/assurance/assurance-tabs"
import { useAnswer } from "@/components/door/data/use-contract"
import { useProgrammeLookups } from "@/components/plan/roadmap/programme-lookups"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { RecordPage } from "@/components/records/record-page"
import { useQueryOfPage } from "@/components/shell/use-query"
import { likelihoodBand } from "@/lib/plan/risks/exposure"
import {
  judgeEntry,
  mayMaterialise,
  type RegisterEntryView,
  type RegisterKind,
  type RegisterLine,
  registerAddresses,
  registerEntry,
  type Weight,
  weighed,
} from "@/lib/plan/risks/register"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { EntryPanel } from "./entry-panel"
import { Matrix } from "./matrix"
import { addHints, KindChoice, RegisterBar, useRegisterView } from "./register-bar"
import { registerColumns } from "./register-columns"
import { useMaterialise } from "./use-materialise"

/** Assurance: what may go wrong, what is taken for granted, what has gone wrong and what others owe us. */
export function RisksPage({ programmeId }: { programmeId: string }) {
  const tabs = <AssuranceTabs programmeId={programmeId} current="risks" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Assurance: Risks">
      {(roadmap) => <Register {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

type RegisterProps = { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }

function Register({ programmeId, tabs, roadmap }: RegisterProps) {
  const { data } = useAnswer(registerAddresses.list, { programmeId })
  const all = data?.items ?? none
  const view = useRegisterView()
  const [, change] = useQueryOfPage()
  const open = (id: string) => change({ open: id })
  const materialise = useMaterialise(programmeId, open)
  const entries = useMemo(
    () => all.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` })),
    [all],
  )
  const lookups = useProgrammeLookups(
    roadmap,
    useMemo(() => ({ "register-entry": entries }), [entries]),
  )
  const { today } = roadmap
  const trends = useMemo(() => new Map(all.map(({ id, trend }) => [id, trend])), [all])
  const complete = (entry: RegisterEntryView) => weighed(entry, { today, trend: trends.get(entry.id) ?? "steady" })
  const narrow = (lines: readonly RegisterLine[]) => lines.filter((line) => view.shows(line) && isIn(line, view.cell))
  const columns = useMemo(() => registerColumns(today), [today])
  const kind: RegisterKind = view.kind ?? "risk"
  return (
    <RecordPage<(typeof registerEntry)["fields"], "came-true-already" | "not-by-hand", Weight>
      {...{ programmeId, tabs, lookups, complete, narrow, of: registerEntry, rule: judgeEntry }}
      title="Assurance: Risks"
      empty="Nothing is registered yet. Type what could happen in the line above."
      addHint={addHints[kind]}
      addChoices={<KindChoice kind={kind} onChange={view.setKind} />}
      draftOf={(title) => ({ title, kind })}
      bulk={["kind", "ownerId", "response", "impact"]}
      columns={columns}
      actions={(_, lines) => <RegisterBar entries={lines} view={view} />}
      beside={(shown) =>
        view.withMatrix ? (
          <div className="w-[340px] flex-none overflow-y-auto border-line border-r max-lg:max-h-[46%] max-lg:w-full max-lg:border-r-0 max-lg:border-b">
            <Matrix entries={shown} chosen={view.cell} onChoose={view.setCell} />
          </div>
        ) : null
      }
      panel={(line, onClose, onRemove) => (
        <EntryPanel {...{ programmeId, line, all, onClose, onRemove, onOpen: open, onMaterialise: materialise }} />
      )}
      onRowKey={(key, line) => {
        if (key !== "t" || !data?.may.edit || !mayMaterialise(line)) return false
        materialise(line)
        return true
      }}
    />
  )
}

const none: readonly RegisterLine[] = []

const isIn = ({ probability, impact }: RegisterLine, cell: string | null): boolean =>
  cell === null || (probability !== null && `${likelihoodBand(probability)}-${impact}` === cell)
