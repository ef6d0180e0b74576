import { expect, test } from "vitest"
import { type SourceFile, sourceFiles } from "./support/source-files"

/** What no screen, refusal or command says, and what it says instead. Written as it would stand, in any case of letters. */
const banned: readonly (readonly [now: string, instead: string])[] = [
  ["could not be told", "unknown"],
  ["can no longer be told", "now unknown"],
  ["could not tell", "unknown"],
  ["cannot tell", "unknown"],
  ["runs out", "expires"],
  ["at 80%", "80% likely by"],
  ["than last time", "than the previous forecast"],
  ["as last time", "unchanged from the previous forecast"],
  ["came true", "converted to issue; met"],
  ["of 100 trials", "forecast range"],
  ["waits for you", "awaiting you"],
  ["what waits", "needs attention"],
  ["for a second person", "awaiting review"],
  ["waiver asked for", "waiver requested"],
  ["not accept", "reject"],
  ["hand in", "submit"],
  ["handed in", "submitted"],
  ["now contradicted", "contradicted since sign-off"],
  ["signed and standing", "signed off and valid"],
  ["nothing to sign yet", "available once every check is met or waived"],
  ["checklist, line", "success criterion"],
  ["do not answer for", "not a signatory"],
  ["say who answers", "assign signatory"],
  ["no gate asks", "not tied to a gate"],
  ["no waiver stands", "no active waiver"],
  ["not kept in this programme", "no data yet"],
  ["is asked", "required"],
  ["holds up", "blocks"],
  ["waits for", "predecessors"],
  ["waited for by", "successors"],
  ["let it wait", "add predecessor"],
  ["in a circle", "circular dependency"],
  ["roadmap's own, not confirmed", "template estimate, unconfirmed"],
  ["write something", "enter a value"],
  ["write a ", "enter a"],
  ["days off in the week", "non-working days"],
  ["counted anew", "saving recalculates the schedule"],
  ["over its range", "over the typical"],
  ["taken back", "undid"],
  ["not here, or not for you", "page not found, or no access"],
  ["do not belong together", "incorrect email or password"],
  ["mend the file", "fix the file"],
  ["taken up", "adopted; resumed"],
  ["head of the chain", "chain head hash"],
  ["take off", "remove"],
  ["end access", "revoke access"],
  ["take away", "remove"],
  ["bring back", "restore"],
  ["on its way", "loading"],
  ["on their way", "loading"],
  ["this is not here", "page not found"],
  ["somebody", "someone"],
  ["anybody", "anyone"],
  ["keep it to", "use at most"],
]

const onScreen = ({ path }: SourceFile) =>
  /^(app|components|lib)\//.test(path) &&
  !/\.test\.tsx?$|\/test-[\w-]+\.tsx?$|^lib\/(demo|pack)\/|\/documented\//.test(path)

/** The text without its comments; line numbers stay. */
const withoutComments = (text: string) =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ""))
    .replaceAll(/(^|[\s;{}(),])\/\/[^\n]*/g, "$1")

/** What people may read of a file: strings with a space in them and the text of elements, each with its line. */
function wordsOf(text: string): { readonly line: number; readonly words: string }[] {
  const code = withoutComments(text)
  const strings = code.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|>([^<>{}=;()]+)[<{]|\}([^<>{}=;()]+)[<{]/g)
  return [...strings].flatMap((match) => {
    const words = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? "").replaceAll(/\s+/g, " ").trim()
    const isProse = /[a-z] /i.test(words) || /^[A-Z]/.test(words)
    return isProse ? [{ line: code.slice(0, match.index).split("\n").length, words }] : []
  })
}

const patterns = banned.map(([now, instead]) => {
  const whole = `(?<![\\w-])${now.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`
  return { now, instead, found: new RegExp(whole, "i") }
})

function faultsOf({ path, text }: Pick<SourceFile, "path" | "text">): string[] {
  return wordsOf(text).flatMap(({ line, words }) =>
    patterns.flatMap(({ now, instead, found }) =>
      found.test(words) ? [`${path}:${line} says "${now}"; write "${instead}": ${words.slice(0, 120)}`] : [],
    ),
  )
}

test("no screen, refusal or command says what a native writer would not", () => {
  const files = sourceFiles().filter(onScreen)
  expect(files.length).toBeGreaterThan(500)
  expect(files.flatMap(faultsOf)).toEqual([])
})
test("no placeholder looks like a value", () => {
  const values = /placeholder=(?:"|\{")\d/
  expect(sourceFiles().flatMap((file) => (onScreen(file) && values.test(file.text) ? [file.path] : []))).toEqual([])
})
test("what is banned is found in strings, templates and elements, and not in comments or code", () => {
  const faults = (text: string) => faultsOf({ path: "a.tsx", text }).length
  expect(faults('const a = "It could not be told yet."')).toBe(1)
  expect(faults("const a = `" + "$" + "{count} could not be told`")).toBe(1)
  expect(faults("<p>\n  This goes round in\n  a circle.\n</p>")).toBe(1)
  expect(faults("/** It could not be told. */\n// it waits for you\nconst it = waits.for(you)")).toBe(0)
  expect(faults('const a = "The list of this and that"')).toBe(0)
})
