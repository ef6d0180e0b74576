/** What to say when somebody else changed the text that one is typing over; undefined when nobody did, or to the same. */
export const sayOvertaken = (begun: string, now: string, mine: string): string | undefined =>
  begun === now || mine === now
    ? undefined
    : `Someone else changed this to ${now === "" ? "nothing" : `"${now}"`}. Press Enter to save yours, Escape to keep theirs.`
