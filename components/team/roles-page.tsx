"use client"

import Link from "next/link"
import type { ReactNode } from "react"
import { WithRoadmap } from "@/components/plan/roadmap/with-roadmap"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Avatar } from "@/components/ui/avatar"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Kbd } from "@/components/ui/kbd"
import { SkeletonRows } from "@/components/ui/skeleton"
import type { RoadmapView } from "@/lib/plan/roadmap/views"
import { skillSumOf } from "@/lib/team/skill"
import { PeopleTabs } from "./people-tabs"
import { SkillGrid } from "./skill-grid"
import { useSkills } from "./use-skills"

/** Roles: who has which, what they need to know, and what they do. */
export function RolesPage({ programmeId }: { programmeId: string }) {
  const tabs = <PeopleTabs programmeId={programmeId} current="/roles" />
  return (
    <WithRoadmap {...{ programmeId, tabs }} title="Roles">
      {(roadmap) => <Roles {...{ programmeId, tabs, roadmap }} />}
    </WithRoadmap>
  )
}

function Roles({ programmeId, tabs, roadmap }: { programmeId: string; tabs: ReactNode; roadmap: RoadmapView }) {
  const { answer, held, change } = useSkills(programmeId)
  const frame = (children: ReactNode) => (
    <>
      <PageBar title="Roles" tabs={tabs} />
      <PageBody>{children}</PageBody>
    </>
  )
  if (answer.error)
    return frame(
      <EmptyState action={<Button onClick={() => void answer.refetch()}>Try again</Button>}>
        {answer.error.message}
      </EmptyState>,
    )
  if (!answer.data) return frame(<SkeletonRows rows={12} label="Loading" />)
  const { roles, skills, may } = answer.data
  const people = roadmap.people.filter(({ removed }) => !removed)
  const needed = new Set(roles.flatMap((role) => role.skills.map(({ skill }) => skill)))
  const sum = skillSumOf(people, roles, held)
  const settings = `/programmes/${programmeId}/settings/people`
  return frame(
    <>
      <section aria-label="Answer" className="border-line border-b px-5 py-3 max-md:px-4">
        <p className="text-pretty text-lede tracking-[-0.01em]">
          <b className="font-semibold">
            {roles.length - sum.empty.length} of {roles.length}
          </b>{" "}
          roles have someone
          {sum.empty.length > 0 ? `; no one is ${sum.empty.map(({ name }) => name).join(", ")}` : ""}.
        </p>
        <p className="mt-1 text-ink-2 text-meta">
          {sum.needed === 0
            ? "This template names no skills for these roles."
            : `Of ${sum.needed} skills that roles need, ${sum.met} are met, ${sum.short} are short of their level, ${sum.unknown} are unknown.`}{" "}
          People and their roles are set under{" "}
          <Link href={settings} className="rounded-sm underline">
            Members and people
          </Link>
          .
        </p>
      </section>
      <ul
        aria-label="Roles"
        className="grid grid-cols-2 gap-x-8 border-line border-b px-5 py-3 max-lg:grid-cols-1 max-md:px-4"
      >
        {roles.map(({ key, name, description }) => {
          const own = people.filter(({ roleKey }) => roleKey === key)
          return (
            <li key={key} className="flex min-h-9 items-start gap-3 py-1.5">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{name}</span>{" "}
                <span className="block text-pretty text-ink-2 text-meta">{description}</span>
              </span>
              <span className="flex w-40 flex-none flex-wrap gap-x-3 gap-y-1 max-md:w-28">
                {own.length === 0 ? <span className="text-warn">No one</span> : null}
                {own.map(({ id, name: called }) => (
                  <span key={id} className="inline-flex items-center gap-1.5">
                    <Avatar name={called} decorative />
                    {called}
                  </span>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
      {skills.length === 0 || people.length === 0 ? null : (
        <section aria-label="Skills matrix">
          <header className="flex flex-wrap items-baseline gap-x-3 px-5 pt-3 max-md:px-4">
            <h2 className="font-semibold">Skills</h2>
            <span className="text-ink-2 text-meta">
              held / needed: 0 not at all, 1 with help, 2 alone, 3 leads, 4 sets the standard, ? unknown
            </span>
          </header>
          <SkillGrid
            {...{ people, roles, held }}
            skills={skills.filter(({ key }) => needed.has(key))}
            mayEdit={may.edit}
            onChange={(personId, skillKey, from, to) => change({ personId, skillKey, from, to })}
          />
          {may.edit ? (
            <p className="flex items-center gap-2 px-5 py-3 text-ink-3 text-meta max-md:hidden">
              <Kbd>0</Kbd> to <Kbd>4</Kbd> set a level <Kbd>Del</Kbd> unknown <Kbd>← → ↑ ↓</Kbd> walk
            </p>
          ) : null}
        </section>
      )}
    </>,
  )
}
