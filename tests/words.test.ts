import { describe, expect, test } from "vitest"
import { sourceFiles } from "./support/source-files"

/** Names that docs/words.md replaced. */
const old =
  /\b(Occasion|AtHand|AnswersAtHand|ReadAtHand|leaveAtHand|takeHandedOver|askAgain|noteSeq|useWorkHand|\w+WorkHand|WhatIfHand|CatalogueHand|GestureHand|FactFileHand|findServant|spareEdges|beatAt|truthOf|weighFacts|judgeWeighed|countWaits|dropCriterion|dropScenario|takeAwayItem|takeAwayComment|takeAwayBaseline|bringBackItem|bringBackComment|bringBackBaseline|bringBackScenario|unlinkEnds|endMembership|withdrawFromProgramme|comeTrue|startJudgingByDay)\b/g
const oldFiles =
  /\/(at-hand|handed-over|servant|tape|spare-edges|tight-links|ledger|fold-in|later|weigh|weigh-facts|gathering|waits|waits-list|patience|come-true|truth|beat|beats|by-day)\.(test\.)?tsx?$/
const persons = /\b(he|his|him|himself)\b/g
/** What characters of the demo's story write is theirs to word. */
const isStory = (path: string) => path.startsWith("lib/demo/story/chapters/")

const files = sourceFiles().filter(({ path }) => path !== "tests/words.test.ts")
const saying = (pattern: RegExp, which: (path: string) => boolean = () => true) =>
  files.flatMap(({ path, text }) => (which(path) ? (text.match(pattern) ?? []).map((word) => `${path}: ${word}`) : []))

describe("the code", () => {
  test("has none of the old names", () => expect(saying(old)).toEqual([]))
  test("has no file of an old name", () =>
    expect(files.filter(({ path }) => oldFiles.test(path)).map(({ path }) => path)).toEqual([]))
  test("calls no person he", () => expect(saying(persons, (path) => !isStory(path))).toEqual([]))
})
