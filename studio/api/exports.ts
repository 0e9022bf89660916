import type { GroupApi } from '#contracts/calls/calls'
import type { ShownMinutesBlock } from '#contracts/calls/exports'
import { keptSamples } from '#core/cut/kept-spans'
import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import { formats } from '#core/formats/formats'
import type { MinutesBlock } from '#core/formats/minutes/minutes-blocks'
import { minutesBlocks } from '#core/formats/minutes/minutes-document'
import type { OutputOptions } from '#core/formats/output-options'
import { programLanguage, say } from '#core/messages/messages'
import { dropFilm, keptFilms, keptLoudness } from '../export/film-files.ts'
import { makeExportAside } from '../export/export-aside.ts'
import { labelIn } from '../export/make-export.ts'
import { bytesInPage } from '../export/page-sound.ts'
import { announcedSound, recordingSound } from '../export/recording-sound.ts'
import { minutesOptions } from '../export/minutes-options.ts'
import { soundOfDocument } from '../export/sound-file.ts'
import { recordingDate } from '../export/recording-date.ts'
import { startMedia } from '../job-kinds/start-media.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import { publishRecording } from '../publish/publish-recording.ts'
import { transcriptSheet } from '../sheet/transcript-sheet.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'
import { legalFileName } from '#core/formats/legal-file-name'
import { withoutUndefined } from '../without-undefined.ts'

/** UTF-16 units: a preview shows only the beginning of the file; the bytes are complete. */
const PREVIEW_LENGTH = 20_000

export function exportApi(
  studio: Pick<Studio, 'library' | 'cacheFolder' | 'models'>,
): GroupApi<'exports', CallOptions> {
  return {
    async make(
      { transcriptId, format, options, soundLater, withPaper = false },
      { language, locale, signal },
    ) {
      // A `.parolo.json` is written as it was given.
      const given = { isTitled: format !== 'json' }
      const document = await transcriptDocument(studio.library, transcriptId, given)
      const recording = await studio.library.recording(document.transcript.recordingId)
      const { speakerNames = true, times = true } = options
      const captionNames = captionNamesOf(document.transcript, options.captionNames ?? 'never')
      const firstPage = options.firstPage ? recordingDate(recording) : null
      const translation = options.translation ?? undefined
      const isMinutes = formats[format].choices.minutes === true
      const hasSound = soundLater === true || formats[format].output.sound
      const announced = hasSound ? await announcedSound(studio, document) : null
      const soundFacts = announced === null || 'lost' in announced ? null : announced
      const isAll = document.part === undefined && (document.silences?.length ?? 0) === 0
      const chosen = {
        sound: () =>
          soundLater === true
            ? Promise.resolve(soundFacts === null ? announced : { ...soundFacts, path: null })
            : recordingSound(studio, document, { signal }),
        sheet: () => transcriptSheet(studio, document),
        speakerNames,
        times,
        captionNames,
        firstPage,
        locale,
        output: withoutUndefined<OutputOptions>(options),
        translation,
        withPaper,
        // The file next to a page would play what is left out of its text.
        ...(isAll && recording.bytes > 0 && format === 'html' ? { media: recording.fileName } : {}),
        ...(isMinutes
          ? { minutes: await minutesOptions(studio.library, document.transcript, { ...options, locale }) }
          : {}),
      }
      const made = await makeExportAside(document, format, chosen, { signal })
      const extension = translation === undefined ? made.extension : `.${translation}${made.extension}`
      const shown =
        format === 'minutes'
          ? (await makeExportAside(document, 'minutes-md', chosen, { signal })).text
          : made.text
      return {
        fileName: legalFileName(recording.title, extension, say(language, 'export.untitled')),
        mediaType: made.mediaType,
        base64: base64Of(made.bytes),
        preview: shown === null ? null : beginning(shown),
        isPreviewWhole: shown === null || shown.length <= PREVIEW_LENGTH,
        losses: made.losses.map(({ code, count }) => ({ code, count })),
        ...(made.paper === undefined ? {} : { paper: made.paper }),
        ...(soundFacts === null ? {} : { sound: { bytes: bytesInPage(soundFacts.bytes) } }),
      }
    },
    async minutes({ transcriptId, wholeText, without }, { locale }) {
      const document = await transcriptDocument(studio.library, transcriptId)
      const { transcript } = document
      const chosen = { wholeText, minutesWithout: without, locale }
      const blocks = minutesBlocks(document, {
        speakerLabel: labelIn(programLanguage(transcript.language)),
        minutes: await minutesOptions(studio.library, transcript, chosen),
      })
      return { language: transcript.language, blocks: blocks.map(shownBlock) }
    },
    async publish({ recordingId, transcriptId }) {
      const made = await publishRecording(studio.library, recordingId, transcriptId)
      const files = made.files.map(({ kind, mediaType, bytes }) => ({
        kind,
        mediaType,
        base64: base64Of(bytes),
      }))
      return { ...made, files }
    },
    languages: ({ transcriptIds }) => studio.library.translationLanguages(transcriptIds),
    async sound({ transcriptId }, { signal }) {
      const document = await transcriptDocument(studio.library, transcriptId)
      const { source, kept, tags } = await soundOfDocument(studio.library, document, { signal })
      const { chapters, cover } = tags
      const { channels, sampleRate, bits } = source
      return {
        seconds: keptSamples(kept) / kept.rate,
        channels,
        sampleRate,
        bits,
        chapters: chapters.filter(({ isListed }) => isListed).length,
        hasCover: cover !== null,
      }
    },
    loudness: ({ jobId }) => keptLoudness(studio, jobId),
    async film(request) {
      const { jobId, leftOut } = await startMedia(studio.library, request, null)
      return { jobId, leftOut: [...leftOut] }
    },
    films: ({ recordingId }) => keptFilms(studio, recordingId),
    async dropFilm({ jobId }) {
      await dropFilm(studio, jobId)
      return {}
    },
  }
}

function shownBlock(block: MinutesBlock): ShownMinutesBlock {
  if (block.kind !== 'text') return block
  return { ...block, blocks: block.blocks.map(({ words: _words, ...shown }) => shown) }
}

/** Without copying the bytes, which may be large. */
const base64Of = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64')

function beginning(text: string): string {
  if (text.length <= PREVIEW_LENGTH) return text
  return text.slice(0, text.lastIndexOf('\n', PREVIEW_LENGTH) + 1 || PREVIEW_LENGTH).toWellFormed()
}
