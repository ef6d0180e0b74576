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
  if (!demo) throw new CommandProblem("No demo programme is loaded.")
  const removed = await removeDemo(commandLine(new Date()), demo.id)
  if (!removed.ok) throw new CommandProblem("The demo programme could not be removed. Nothing was changed.")
  const { events, users } = removed.value
  console.info(`The demo programme was removed with ${events} events and ${users} users.`)
  console.info("The removal is recorded in the installation's audit chain.")
  return 0
}
