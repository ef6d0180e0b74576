import type { Figures } from "@/lib/design/gaps/figures"
import type { GapLine } from "@/lib/design/gaps/lines"
import { LadderKey } from "./ladder"

/** What the lines are narrowed to by a link of the sentence. */
export const onlyWords = {
  unproved: "unproved claims",
  nowork: "gaps without work",
  facts: "gaps that facts move",
} as const
export type Only = keyof typeof onlyWords

export const isOnly = (only: Only | null, { unproved, gap, item, closing }: GapLine): boolean => {
  if (only === "unproved") return unproved
  if (only === "nowork") return Boolean(gap) && item === null
  return only === "facts" ? closing !== null : true
}

type SentenceProps = {
  lines: readonly GapLine[]
  total: Figures
  only: Only | null
  onOnly: (only: Only | null) => void
  /** The name of the snapshot that is compared with. */
  snapshot: string | null
  withKey: boolean
}

/** What the page says in one sentence; its counts narrow the table to what they count. */
export function GapsSentence({ lines, total, only, onOnly, snapshot, withKey }: SentenceProps) {
  const count = (which: Only) => lines.filter((line) => isOnly(which, line)).length
  const [unproved, nowork, facts] = [count("unproved"), count("nowork"), count("facts")]
  const say = (value: number | null) => (
    <b className="font-semibold text-ink">{value === null ? "–" : value.toFixed(1)}</b>
  )
  const link = (which: Only, words: string) => (
    <button
      type="button"
      aria-pressed={only === which}
      onClick={() => onOnly(only === which ? null : which)}
      className="underline underline-offset-2 aria-pressed:font-semibold aria-pressed:text-ink"
    >
      {words}
    </button>
  )
  return (
    <div className="flex min-h-[37px] flex-none items-center gap-4 border-line border-b px-5 py-1.5 text-ink-2 max-md:px-4">
      <p className="min-w-0 flex-1 text-pretty">
        As-is {say(total.asIs)}, to-be {say(total.toBe)}, proved {say(total.proved)} ({total.answered} of {total.asked}{" "}
        answered).{" "}
        {unproved > 0 ? (
          <>
            {link("unproved", `${unproved} ${unproved === 1 ? "claim" : "claims"} above level 2`)}{" "}
            {unproved === 1 ? "is" : "are"} not proved yet.{" "}
          </>
        ) : null}
        {nowork > 0 ? <>{link("nowork", `${nowork} ${nowork === 1 ? "gap" : "gaps"}`)} without work. </> : null}
        {facts > 0 ? <>Facts move {link("facts", String(facts))}.</> : null}
      </p>
      {withKey ? <LadderKey snapshot={snapshot} className="max-lg:hidden" /> : null}
    </div>
  )
}
