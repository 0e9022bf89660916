import type { Format, FormatId } from './format.ts'
import { json } from './json.ts'
import { md } from './md.ts'
import { rttm } from './rttm.ts'
import { srt } from './srt.ts'
import { txt } from './txt.ts'
import { vtt } from './vtt.ts'

/** Every format by its id. */
export const formats: Readonly<Record<FormatId, Format>> = { srt, vtt, txt, md, json, rttm }

export const formatIds: readonly FormatId[] = ['srt', 'vtt', 'txt', 'md', 'json', 'rttm']

export const isFormatId = (id: string): id is FormatId => formatIds.some((known) => known === id)
