import { Fault } from '#contracts/errors'
import { type RecordingKind, settingsOfRules } from '#core/captions/presets/default-rules'
import type { CaptionSettings } from '#core/transcript/caption-settings'
import type { Library } from '../../library/library.ts'
import { readPreferences } from '../../preferences.ts'
import { readFilm } from '../../sound/captioned/film.ts'

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
  try {
    const { picture } = await readFilm(path, signal === undefined ? {} : { signal })
    return picture !== null && picture.height > picture.width ? 'vertical' : 'film'
  } catch (error) {
    // A film that was moved meanwhile is still transcribed, from its prepared audio.
    if (error instanceof Fault && error.code !== 'job.cancelled') return 'film'
    throw error
  }
}
