import { redirect } from "next/navigation"

export default async function ProgrammePage({ params }: { params: Promise<{ programmeId: string }> }) {
  redirect(`/programmes/${(await params).programmeId}/overview`)
}
