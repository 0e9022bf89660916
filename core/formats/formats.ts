import { docx } from './docx.ts'
import type { Format } from './format.ts'
import { json } from './json.ts'
import { md } from './md.ts'
import { rttm } from './rttm.ts'
import { srt } from './srt.ts'
import { txt } from './txt.ts'
import { vtt } from './vtt.ts'

/** Every format, in the order of lists and help. To add one, create its file and list it here. */
const all = [vtt, srt, docx, txt, md, json, rttm] as const satisfies readonly Format[]

export type FormatId = (typeof all)[number]['id']

export const formatIds = all.map(({ id }) => id) as [FormatId, ...FormatId[]]

/** The formats that the user interface offers. */
export const listedFormatIds: readonly FormatId[] = all.filter(({ isListed }) => isListed).map(({ id }) => id)

/** Every format by its id. */
export const formats = Object.fromEntries(all.map((format) => [format.id, format])) as unknown as Readonly<
  Record<FormatId, Format>
>

export function isFormatId(id: string): id is FormatId {
  return formatIds.some((known) => known === id)
}
