import type { DocumentOrigin as Origin } from './format.ts'

/** What Word and HTML files carry, which no reader of them sees: the transcript's id and the number of its newest edit. */
export const originText = ({ transcriptId, editNumber }: Origin): string => `${transcriptId} ${editNumber}`

/** Null for anything else. */
export function originOf(text: string): Origin | null {
  const found = /^(?<id>[\w-]{1,100}) (?<number>\d{1,15})$/u.exec(text.trim())?.groups
  if (found === undefined) return null
  return { transcriptId: found['id'] ?? '', editNumber: Number(found['number']) }
}
