import type { CallOutput, GroupApi } from '#contracts/calls/calls'
import type { ShownMinutesBlock } from '#contracts/calls/exports'
import { cutLists } from '#core/cut/lists/cut-lists'
import { keptSamples } from '#core/cut/kept-spans'
import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import type { DocumentWithExtras } from '#core/formats/format'
import { formats } from '#core/formats/formats'
import type { MinutesBlock } from '#core/formats/minutes/minutes-blocks'
import { minutesBlocks } from '#core/formats/minutes/minutes-document'
import type { OutputOptions } from '#core/formats/output-options'
import { programLanguage, say } from '#core/messages/messages'
import { dropFilm, keptFilms, keptLoudness, madeSound } from '../export/film-files.ts'
import { makeExportAside } from '../export/export-aside.ts'
import { listedCut } from '../export/cut-lists.ts'
import { cutLosses } from '../export/cut-losses.ts'
import { cutTranscriptDocument, soundOfCut } from '../export/recording-cut.ts'
import { labelIn, type MadeExport } from '../export/make-export.ts'
import { bytesInPage } from '../export/page-sound.ts'
import { announcedSound, recordingSound } from '../export/recording-sound.ts'
import { minutesOptions } from '../export/minutes-options.ts'
import { soundOfDocument } from '../export/sound-file.ts'
import { dateOfRecording } from '../export/recording-date.ts'
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
      { transcriptId, format, options, soundLater, withPaper = false, cut = false },
      { language, locale, signal },
    ) {
      // A `.parolo.json` is written as it was given.
      const given = { isTitled: format !== 'json' }
      const ofCut = cut && format !== 'json' ? await cutTranscriptDocument(studio, transcriptId, given) : null
      const document = ofCut?.document ?? (await transcriptDocument(studio.library, transcriptId, given))
      const recording = await studio.library.recording(document.transcript.recordingId)
      const { speakerNames = true, times = true } = options
      const captionNames = captionNamesOf(document.transcript, options.captionNames ?? 'never')
      const firstPage = options.firstPage ? await dateOfRecording(studio.library, recording) : null
      const translation = options.translation ?? undefined
      const isMinutes = formats[format].choices.minutes === true
      const hasSound = soundLater === true || formats[format].output.sound
      const announced = hasSound && ofCut === null ? await announcedSound(studio, document) : null
      const soundFacts = announced === null || 'lost' in announced ? null : announced
      const isAll = ofCut === null && document.part === undefined && (document.silences?.length ?? 0) === 0
      const chosen = {
        sound: () =>
          soundLater === true || ofCut !== null
            ? Promise.resolve(soundFacts === null ? announced : { ...soundFacts, path: null })
            : recordingSound(studio, document, { signal }),
        sheet: async () =>
          transcriptSheet(
            studio,
            ofCut === null ? document : await transcriptDocument(studio.library, transcriptId, given),
          ),
        speakerNames,
        times,
        captionNames,
        firstPage,
        locale,
        output: withoutUndefined<OutputOptions>(options),
        translation,
        withPaper,
        withCaptions: ofCut !== null,
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
      const lost =
        ofCut === null
          ? []
          : cutLosses(ofCut, format, { translation, withSound: options.sound !== false && times })
      return {
        fileName: legalFileName(recording.title, extension, say(language, 'export.untitled')),
        mediaType: made.mediaType,
        base64: base64Of(made.bytes),
        preview: shown === null ? null : beginning(shown),
        isPreviewWhole: shown === null || shown.length <= PREVIEW_LENGTH,
        losses: [...made.losses, ...lost].map(({ code, count }) => ({ code, count })),
        ...(made.paper === undefined ? {} : { paper: made.paper }),
        ...(soundFacts === null ? {} : { sound: { bytes: bytesInPage(soundFacts.bytes) } }),
        ...(ofCut === null ? {} : { cut: countsOf(document, made) }),
      }
    },
    async cutList({ transcriptId, list, frameRate, dropFrame }, { language }) {
      const { document, cut } = await soundOfCut(studio, transcriptId)
      const recording = await studio.library.recording(document.transcript.recordingId)
      const listed = listedCut(cut, document.recording, recording.fileName, { frameRate, dropFrame })
      const { write, mediaType, countsFrames } = cutLists[list]
      const files = write(listed)
      const preview = files[0]?.text ?? ''
      return {
        files: files.map(({ ending, text }) => ({
          fileName: legalFileName(recording.title, ending, say(language, 'export.untitled')),
          mediaType,
          base64: base64Of(Buffer.from(text)),
        })),
        preview: beginning(preview),
        isPreviewWhole: preview.length <= PREVIEW_LENGTH && files.length === 1,
        clips: cut.kept.spans.length,
        countsFrames: countsFrames && listed.video === null,
        isRedacted: document.silences !== undefined,
      }
    },
    haveCuts: ({ transcriptIds }) => studio.library.haveCuts(transcriptIds),
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
    async publish(request) {
      const made = await publishRecording(studio.library, request)
      const files = made.files.map(({ kind, mediaType, bytes }) => ({
        kind,
        mediaType,
        base64: base64Of(bytes),
      }))
      return { ...made, files }
    },
    languages: ({ transcriptIds }) => studio.library.translationLanguages(transcriptIds),
    async sound({ transcriptId, cut: isCut = false }, { signal }) {
      const document = await transcriptDocument(studio.library, transcriptId)
      const cut = isCut ? { cut: await soundOfCut(studio, transcriptId) } : {}
      const { source, kept, tags } = await soundOfDocument(studio.library, document, { signal, ...cut })
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
    madeSound: ({ jobId }) => madeSound(studio, jobId),
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

const countsOf = (
  { transcript }: DocumentWithExtras,
  { captions }: MadeExport,
): NonNullable<CallOutput<'exports.make'>['cut']> => ({
  words: transcript.paragraphs.reduce((sum, { words }) => sum + words.length, 0),
  ...(captions === undefined ? {} : { captions }),
})

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
