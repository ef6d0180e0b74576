import { CommandProblem, command } from "./command"
import { withProduct } from "./with-product"

export const demoRemove = command({
  usage: [],
  options: {},
  run: () => withProduct("demo remove", remove),
})

async function remove(): Promise<number> {
  const { findDemo } = await import("@/lib/demo/server/load")
  const { commandLine, removeDemo } = await import("@/lib/demo/server/remove")
  const demo = await findDemo()
  if (!demo) throw new CommandProblem("There is no demo programme here.")
  const removed = await removeDemo(commandLine(new Date()), demo.id)
  if (!removed.ok) throw new CommandProblem("The demo programme could not be removed; nothing was changed.")
  const { events, users } = removed.value
  console.info(`The demo programme is gone, with ${events} events and ${users} people of its story.`)
  console.info("The installation's chain says that it was here.")
  return 0
}
