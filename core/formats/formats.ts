import { ass } from './ass/ass.ts'
import { audacity } from './tables/audacity.ts'
import { csv } from './tables/csv.ts'
import { eaf } from './annotation/eaf.ts'
import { ebuttd } from './ttml/ebuttd.ts'
import { edl } from './edit-lists/edl.ts'
import { fcpxml } from './edit-lists/fcpxml.ts'
import { lrc } from './small-captions/lrc.ts'
import { pdf } from './documents/pdf.ts'
import { podcast } from './documents/podcast.ts'
import { sbv } from './small-captions/sbv.ts'
import { textgrid } from './annotation/textgrid.ts'
import { tsv } from './tables/tsv.ts'
import { ttml } from './ttml/ttml.ts'
import { whisper } from './json/whisper.ts'
import { html } from './html/html.ts'
import { stl } from './stl/stl.ts'
import { docx } from './documents/docx.ts'
import type { Format, FormatOf } from './format.ts'
import { json } from './json/json.ts'
import { minutesHtml } from './minutes/minutes-html.ts'
import { minutesMd } from './minutes/minutes-md.ts'
import { minutes } from './minutes/minutes.ts'
import { md } from './documents/md.ts'
import { qdpx } from './qda/qdpx.ts'
import { rttm } from './tables/rttm.ts'
import { srt } from './small-captions/srt.ts'
import { txt } from './documents/txt.ts'
import { vtt } from './vtt/vtt.ts'

/** Every format, in the order of lists and help. To add one, create its file and list it here. */
const all = [
  vtt,
  srt,
  docx,
  pdf,
  txt,
  md,
  minutes,
  minutesMd,
  minutesHtml,
  json,
  rttm,
  ttml,
  ebuttd,
  stl,
  ass,
  sbv,
  lrc,
  html,
  csv,
  tsv,
  podcast,
  whisper,
  textgrid,
  eaf,
  qdpx,
  audacity,
  edl,
  fcpxml,
] as const satisfies readonly Format[]

export type FormatId = (typeof all)[number]['id']

export const formatList: readonly FormatOf<FormatId>[] = all

export const formatIds = all.map(({ id }) => id) as [FormatId, ...FormatId[]]

/** Formats by group, in the order of groups and of formats. */
export const formatGroups = (['documents', 'captions', 'minutes', 'programs'] as const).map((group) => ({
  group,
  ids: all.filter((format) => format.group === group).map(({ id }) => id) as readonly FormatId[],
}))

/** Every format by its id. */
export const formats = Object.fromEntries(all.map((format) => [format.id, format])) as unknown as Readonly<
  Record<FormatId, Format>
>

export function isFormatId(id: string): id is FormatId {
  return formatIds.some((known) => known === id)
}
