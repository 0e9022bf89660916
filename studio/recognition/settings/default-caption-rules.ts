import { type RecordingKind, settingsOfRules } from '#core/captions/presets/default-rules'
import type { CaptionSettings } from '#core/transcript/caption-settings'
import type { Library } from '../../library/library.ts'
import { readPreferences } from '../../preferences.ts'
import { filmSize } from '../../sound/captioned/film-size.ts'

/** The caption rules that a person wants for new recordings of this kind; undefined if none were chosen. */
export async function defaultCaptionRules(
  library: Library,
  recordingId: string,
  signal?: AbortSignal,
): Promise<CaptionSettings | undefined> {
  const { captionRulesByKind: byKind, captionPresets: own } = await readPreferences(library)
  if (Object.keys(byKind).length === 0) return undefined
  const { media, path } = await library.card(recordingId)
  const needsShape = media?.hasVideo === true && byKind.film !== byKind.vertical
  const kind = needsShape ? await filmKind(path, signal) : media?.hasVideo === true ? 'film' : 'sound'
  const id = byKind[kind]
  return id === undefined ? undefined : (settingsOfRules(id, own) ?? undefined)
}

async function filmKind(path: string, signal?: AbortSignal): Promise<RecordingKind> {
  const size = await filmSize(path, signal)
  return size !== null && size.height > size.width ? 'vertical' : 'film'
}
