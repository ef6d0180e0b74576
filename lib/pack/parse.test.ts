import { describe, expect, test } from "vitest"
import { parseRelease } from "./parse"

const small = new Map([
  [
    "release.yaml",
    "key: '2026.1'\nname: A small release\nsummary: For tests.\nasOf: 2026-11\ndocsRoot: https://docs.example.com/\n",
  ],
  [
    "phases.yaml",
    `phases:
  - key: beginning
    number: 0
    name: Beginning
    summary: The first part.
    keyActivities: [start]
    weeks: { from: 1, to: 2 }
    gate:
      key: first-gate
      number: 0
      name: Gate 0
      checks:
        - { key: all-is-ready, sentence: All is ready., kind: attested, evidence: A note. }
`,
  ],
  [
    "links.yaml",
    `links:
  - { from: laying, to: building, type: FS, lag: 0 }
  - { from: building, to: first-gate, type: FS, lag: 3 }
`,
  ],
  [
    "criteria.yaml",
    `criteria:
  - key: it-stands
    number: 1
    name: It stands
    description: It really does.
    signers: [sponsor, security]
    checks: [all-is-ready]
`,
  ],
  [
    "accelerators.yaml",
    "accelerators:\n  - { key: crane, name: Crane, howTo: Lift with it., workstreams: [building] }\n",
  ],
  ["planes.yaml", "planes:\n  - { key: ground, name: Ground, contents: Soil }\n"],
  [
    "roles.yaml",
    `roles:
  - { key: mason, name: Mason, description: Lays bricks. }
signers:
  - { key: sponsor, name: Sponsor, description: Pays. }
  - { key: security, name: Security, description: Guards. }
`,
  ],
  [
    "components/01-bricks.yaml",
    `key: bricks
number: 1
name: Bricks
components:
  - key: red-brick
    name: Red brick
    status: ga
    description: A brick.
    docs: [bricks/]
    stages: [site]
    plane: ground
    asOf: 2026-11
    source: a catalogue
    confidence: official
`,
  ],
  [
    "stages/01-site.yaml",
    `key: site
number: 1
name: Site
summary: Where it stands.
workstreams:
  - key: laying
    name: Laying
    description: Foundations.
    phase: beginning
    role: mason
    raci: { responsible: mason, accountable: mason, consulted: [], informed: [] }
    estimate: { optimistic: 1, likely: 2, pessimistic: 3 }
    components: [red-brick]
    activities:
      - key: dig
        title: Dig
        description: Dig a hole.
        role: mason
        estimate: { optimistic: 1, likely: 1, pessimistic: 2 }
      - key: pour
        title: Pour
        description: Fill the hole.
        role: mason
        estimate: { optimistic: 1, likely: 1, pessimistic: 2 }
        after: [dig]
    checks:
      - key: hole-is-deep
        sentence: The hole is deep.
        kind: fact
        dueGate: first-gate
        rule: { evidence: E07, metric: depth, comparison: at-least, threshold: 2, unit: count, leastN: 1, freshnessDays: 7 }
  - key: building
    name: Building
    description: Walls.
    phase: beginning
    role: mason
    raci: { responsible: mason, accountable: mason, consulted: [], informed: [] }
    estimate: { optimistic: 1, likely: 2, pessimistic: 3 }
    components: []
    activities:
      - key: wall
        title: Wall
        description: Lay bricks.
        role: mason
        estimate: { optimistic: 1, likely: 1, pessimistic: 2 }
    checks:
      - { key: wall-stands, sentence: The wall stands., kind: attested, evidence: A picture., dueGate: first-gate }
`,
  ],
])

/** The faults of the small release after one piece of text in one file was replaced; the text must be there. */
function faultsAfter(file: string, from: string, to: string): string[] {
  const text = small.get(file)
  if (!text?.includes(from)) throw new Error(`nothing to break: ${from}`)
  return faultsOf(new Map([...small, [file, text.replace(from, to)]]))
}

function faultsOf(files: ReadonlyMap<string, string>): string[] {
  const parsed = parseRelease(files)
  return parsed.ok ? [] : parsed.refusal.map(({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`)
}

describe("a release", () => {
  test("that is sound is parsed, with what was left out filled in", () => {
    const parsed = parseRelease(small)
    expect(faultsOf(small)).toEqual([])
    expect(parsed.ok && parsed.value.stages[0]?.workstreams[0]?.activities[0]).toMatchObject({ after: [], clouds: [] })
  })

  test("does not depend on the order in which its files are listed", () => {
    expect(parseRelease(new Map([...small].reverse()))).toEqual(parseRelease(small))
  })

  test("with a missing file is refused", () => {
    const files = new Map(small)
    files.delete("links.yaml")
    expect(faultsOf(files)).toEqual(["links.yaml:1:1 the file is missing"])
  })

  test("with a file that no release has is refused", () => {
    expect(faultsOf(new Map([...small, ["stages/01-site.yml", "key: site"]]))).toEqual([
      "stages/01-site.yml:1:1 a release has no such file",
    ])
  })

  test("that is not YAML is refused at its line", () => {
    expect(faultsAfter("links.yaml", "lag: 0 }", "lag: 0")[0]).toMatch(/^links\.yaml:[234]:\d+ /)
    expect(faultsAfter("release.yaml", "name: A", "name: &a A")).toEqual([])
    expect(faultsAfter("release.yaml", "summary: For tests.", "summary: *a")[0]).toMatch(/^release\.yaml:3:\d+ /)
    expect(faultsAfter("planes.yaml", "name: Ground,", "name: Ground, name: Soil,")).toEqual([
      "planes.yaml:2:34 Map keys must be unique",
    ])
    expect(faultsOf(new Map([...small, ["roles.yaml", ""]]))[0]).toMatch(/^roles\.yaml:1:1 /)
  })

  test("with an unknown field is refused at that field", () => {
    expect(faultsAfter("stages/01-site.yaml", "        after: [dig]", "        before: [dig]")).toEqual([
      'stages/01-site.yaml:25:9 unknown field "before"',
    ])
  })

  test("with a missing field is refused at what lacks it", () => {
    expect(faultsAfter("planes.yaml", ", contents: Soil", "")[0]).toMatch(
      /^planes\.yaml:2:5 planes\.0\.contents is missing$/,
    )
  })

  test("with a bad estimate is refused at the estimate", () => {
    const rising = "must rise from optimistic over likely to pessimistic"
    expect(
      faultsAfter(
        "stages/01-site.yaml",
        "likely: 1, pessimistic: 2 }\n      - key: pour",
        "likely: 3, pessimistic: 2 }\n      - key: pour",
      ),
    ).toEqual([`stages/01-site.yaml:19:9 workstreams.0.activities.0.estimate: ${rising}`])
    for (const days of ["0", "-1", ".nan", ".inf", "1000", "0.3", "two"])
      expect(
        faultsAfter("stages/01-site.yaml", "optimistic: 1, likely: 1", `optimistic: ${days}, likely: 1`)[0],
      ).toMatch(/^stages\/01-site\.yaml:19:21 workstreams\.0\.activities\.0\.estimate\.optimistic: /)
  })

  test("with a key that is a number, or no word, is refused", () => {
    for (const key of ["Dig", "dig_it", "stage-3", "3", "dig--it", "-dig"])
      expect(faultsAfter("stages/01-site.yaml", "key: dig\n", `key: ${key}\n`)[0]).toMatch(
        /^stages\/01-site\.yaml:15:9 workstreams\.0\.activities\.0\.key: /,
      )
  })

  test("with a key used twice is refused at the second", () => {
    expect(faultsAfter("stages/01-site.yaml", "key: wall\n", "key: dig\n")).toEqual([
      'stages/01-site.yaml:41:9 the key "dig" is used twice',
    ])
    expect(faultsAfter("stages/01-site.yaml", "key: wall-stands", "key: all-is-ready")).toEqual([
      'phases.yaml:13:13 the key "all-is-ready" is used twice',
    ])
  })

  test.each([
    ["stages/01-site.yaml", "phase: beginning", "phase: ending", '9:5 there is no phase "ending"'],
    ["stages/01-site.yaml", "role: mason\n    raci", "role: smith\n    raci", '10:5 there is no role "smith"'],
    ["stages/01-site.yaml", "accountable: mason", "accountable: smith", '11:33 there is no role "smith"'],
    ["stages/01-site.yaml", "consulted: []", "consulted: [mason, smith]", '11:72 there is no role "smith"'],
    ["stages/01-site.yaml", "[red-brick]", "[blue-brick]", '13:18 there is no component "blue-brick"'],
    ["stages/01-site.yaml", "after: [dig]", "after: [wall]", '25:17 there is no activity "wall" in this workstream'],
    ["stages/01-site.yaml", "dueGate: first-gate", "dueGate: last-gate", '30:9 there is no gate "last-gate"'],
    ["links.yaml", "from: laying", "from: lying", '2:7 there is no link end "lying"'],
    ["links.yaml", "to: first-gate", "to: beginning", '3:23 there is no link end "beginning"'],
    ["criteria.yaml", "[sponsor, security]", "[sponsor, secrecy]", '6:24 there is no signer "secrecy"'],
    ["criteria.yaml", "[all-is-ready]", "[some-is-ready]", '7:14 there is no check "some-is-ready"'],
    ["accelerators.yaml", "[building]", "[site]", '2:68 there is no workstream "site"'],
    ["components/01-bricks.yaml", "plane: ground", "plane: sky", '11:5 there is no plane "sky"'],
    ["components/01-bricks.yaml", "[site]", "[laying]", '10:14 there is no stage "laying"'],
  ])("whose %s says %s where it should not is refused there", (file, from, to, fault) => {
    expect(faultsAfter(file, from, to)).toEqual([`${file}:${fault}`])
  })

  test("whose dependencies go round in a circle is refused at one of them, also through a gate or an activity", () => {
    expect(
      faultsAfter(
        "links.yaml",
        "  - { from: building",
        "  - { from: building, to: laying, type: FS, lag: 0 }\n  - { from: building",
      ),
    ).toEqual(["links.yaml:3:5 goes round in a circle: laying -> building -> laying"])
    const throughGate = "  - { from: first-gate, to: dig, type: FS, lag: 0 }\n  - { from: building, to: first-gate"
    expect(faultsAfter("links.yaml", "  - { from: building, to: first-gate", throughGate)[0]).toMatch(
      /^links\.yaml:\d+:5 goes round in a circle: .*first-gate/,
    )
    expect(
      faultsAfter(
        "stages/01-site.yaml",
        "role: mason\n        estimate: { optimistic: 1, likely: 1, pessimistic: 2 }\n      - key: pour",
        "role: mason\n        after: [pour]\n        estimate: { optimistic: 1, likely: 1, pessimistic: 2 }\n      - key: pour",
      )[0],
    ).toMatch(/^stages\/01-site\.yaml:(19|25):17 goes round in a circle: (dig -> pour -> dig|pour -> dig -> pour)$/)
    expect(faultsAfter("links.yaml", "from: laying, to: building", "from: wall, to: building")[0]).toMatch(/goes round/)
  })

  test("whose links meet at both ends of two workstreams in opposite directions is no circle", () => {
    const back = "  - { from: building, to: laying, type: FF, lag: 1 }\n  - { from: building, to: first-gate"
    const files = new Map([
      ...small,
      [
        "links.yaml",
        small
          .get("links.yaml")
          ?.replace("type: FS, lag: 0", "type: SS, lag: 0")
          .replace("  - { from: building, to: first-gate", back) ?? "",
      ],
    ])
    expect(faultsOf(files)).toEqual([])
  })

  test("whose phase has no fitting end, range or number is refused", () => {
    expect(faultsAfter("phases.yaml", "{ from: 1, to: 2 }", "ongoing")).toEqual([
      "phases.yaml:2:5 an ongoing phase has a review and no gate",
    ])
    expect(faultsAfter("phases.yaml", "{ from: 1, to: 2 }", "{ from: 3, to: 2 }")[0]).toMatch(/^phases\.yaml:7:\d+ /)
    expect(faultsAfter("phases.yaml", "    number: 0", "    number: 1")[0]).toBe(
      "phases.yaml:3:5 is number 1 where 0 is due",
    )
    expect(faultsAfter("phases.yaml", "      number: 0", "      number: 1")).toEqual([
      "phases.yaml:10:7 is gate 1 of phase 0",
    ])
  })

  test("whose checks are due at no gate, or at a gate that is not theirs to name, is refused", () => {
    expect(faultsAfter("stages/01-site.yaml", ", dueGate: first-gate }", " }")).toEqual([
      "stages/01-site.yaml:47:9 a workstream's check needs a due gate",
    ])
    expect(faultsAfter("phases.yaml", "evidence: A note. }", "evidence: A note., dueGate: first-gate }")).toEqual([
      "phases.yaml:13:92 the gate says when its own checks are due",
    ])
  })

  test("whose fact check has no rule, or an attested one a rule, is refused", () => {
    expect(faultsAfter("stages/01-site.yaml", "kind: fact", "kind: attested").length).toBeGreaterThan(0)
    expect(faultsAfter("stages/01-site.yaml", "evidence: E07, ", "")[0]).toMatch(
      /^stages\/01-site\.yaml:31:9 workstreams\.0\.checks\.0\.rule\.evidence is missing$/,
    )
  })
})
