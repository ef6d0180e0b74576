import { answer, type Operation, serve } from "@/lib/door/server/serve"
import * as contracts from "../contract"
import { changeNotifications, findNotifications } from "./queries"

export const inboxOperations: readonly Operation[] = [
  answer(contracts.listNotifications, findNotifications),
  serve(contracts.changeNotifications, changeNotifications),
]
