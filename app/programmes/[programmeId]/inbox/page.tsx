import { InboxPage } from "@/components/people/inbox/inbox-page"
import { listNotifications } from "@/lib/people/inbox/contract"
import { programmePage } from "../programme-page"

export const metadata = { title: "Inbox" }

export default programmePage(InboxPage, [[listNotifications, { show: "open" }]])
