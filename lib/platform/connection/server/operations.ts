import { answer, dryRun, type Operation, serve } from "@/lib/door/server/serve"
import * as contracts from "../contract"
import * as checkConnection from "./check-connection"
import * as commands from "./commands"
import * as runCommands from "./run-commands"
import { findConnections, findRun } from "./run-commands"

export const connectionOperations: readonly Operation[] = [
  answer(contracts.listConnections, findConnections),
  serve(contracts.addConnection, commands.addConnection),
  serve(contracts.changeConnection, commands.changeConnection),
  serve(contracts.removeConnection, commands.removeConnection),
  dryRun(contracts.checkConnection, checkConnection.checkConnection),
  serve(contracts.startConnectionRun, runCommands.startConnectionRun),
  answer(contracts.getConnectionRun, findRun),
  serve(contracts.cancelConnectionRun, runCommands.cancelConnectionRun),
]
