import { command } from "./command"
import { withProduct } from "./with-product"

export const demoLoad = command({
  usage: ["If there is no admin, one is created for the demo and its password is printed once."],
  options: {},
  run: () => withProduct("demo load", load),
})

async function load(): Promise<number> {
  const { findDemo, loadDemo } = await import("@/lib/demo/server/load")
  const { ensureDemoAdmin } = await import("@/lib/demo/server/admin")
  if (await findDemo()) {
    console.info("The demo programme is already loaded. `npm run lakeward -- demo remove` removes it.")
    return 0
  }
  const now = new Date()
  const admin = await ensureDemoAdmin(now)
  const { acts } = await loadDemo(admin.userId, now, (done, all) => {
    if (done % 200 === 0 || done === all) console.info(`Demo: ${done} of ${all} events loaded`)
  }).catch(takeBack)
  console.info(`The demo programme is loaded: a year of history, ${acts} events. All people are fictional.`)
  if (admin.made) {
    console.info(`Sign in as ${admin.made.email} with the password ${admin.made.password}`)
    console.info("Shown once only; change it on the account page.")
  }
  return 0
}

/** Half a story is none: what was told before the fault is taken away again. */
async function takeBack(fault: unknown): Promise<never> {
  const { findDemo } = await import("@/lib/demo/server/load")
  const { commandLine, removeDemo } = await import("@/lib/demo/server/remove")
  const half = await findDemo()
  if (half) await removeDemo(commandLine(new Date()), half.id)
  throw fault
}
