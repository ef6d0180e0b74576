import { answer, type Operation, serve } from "@/lib/door/server/serve"
import * as contracts from "../contract"
import * as commands from "./commands"
import { listCommentsOf } from "./queries"

export const commentOperations: readonly Operation[] = [
  answer(contracts.listComments, listCommentsOf),
  serve(contracts.addRecordComment, commands.addRecordComment),
  serve(contracts.addComment, commands.addComment),
  serve(contracts.changeComment, commands.changeComment),
  serve(contracts.removeComment, commands.removeComment),
  serve(contracts.restoreComment, commands.restoreComment),
  serve(contracts.addWatch, commands.addWatch),
  serve(contracts.removeWatch, commands.removeWatch),
]
