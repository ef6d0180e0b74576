import { demoLoad } from "@/lib/serve/cli/demo-load"

/** The seed of a development database is the demo programme. */
process.exitCode = await demoLoad.run([])
