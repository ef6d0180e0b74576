import { existsSync, readFileSync } from "node:fs"
import * as z from "zod"

/** How many tests passed and failed; a step that is not made of tests counts as one. */
export type Tally = { readonly passed: number; readonly failed: number }

export const PASSED: Tally = { passed: 1, failed: 0 }
export const FAILED: Tally = { passed: 0, failed: 1 }

export const sumOf = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
})

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** From the report of Vitest; a run that failed without a failed test (a file that does not load) failed once. */
export const tallyOfVitest = (file: string, code: number): Tally =>
  tally(file, code, (report) => {
    const { numPassedTests, numFailedTests } = VitestReport.parse(report)
    return { passed: numPassedTests, failed: numFailedTests }
  })

/** From the report of Playwright; a test that passes only when repeated has failed. */
export const tallyOfPlaywright = (file: string, code: number): Tally =>
  tally(file, code, (report) => {
    const { expected, unexpected, flaky } = PlaywrightReport.parse(report).stats
    return { passed: expected, failed: unexpected + flaky }
  })

function tally(file: string, code: number, read: (report: unknown) => Tally): Tally {
  const { passed, failed } = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0 }
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}
