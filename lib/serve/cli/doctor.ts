import { command } from "./command"
import { examineAll, type Finding } from "./examinations"

export const doctor = command({
  usage: [],
  options: {},
  run: async () => {
    const findings = await examineAll()
    for (const finding of findings) console.info(describe(finding))
    const wrong = findings.filter(({ remedy }) => remedy !== undefined).length
    console.info(wrong === 0 ? "\nNothing is wrong." : `\n${wrong} of ${findings.length} need attention.`)
    return wrong === 0 ? 0 : 1
  },
})

const describe = ({ subject, state, remedy }: Finding) =>
  remedy === undefined ? `  ok      ${subject}: ${state}` : `  wrong   ${subject}: ${state}\n          ${remedy}`
