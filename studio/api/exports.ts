import type { CallInput, CallOutput, GroupApi } from '#contracts/calls/calls'
import type { ShownMinutesBlock } from '#contracts/calls/exports'
import { cutLists } from '#core/cut/lists/cut-lists'
import { keptSamples } from '#core/cut/kept-spans'
import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import type { DocumentWithExtras, MinutesOptions, WriteOptions } from '#core/formats/format'
import { formats } from '#core/formats/formats'
import type { MinutesBlock } from '#core/formats/minutes/minutes-blocks'
import { minutesBlocks } from '#core/formats/minutes/minutes-document'
import { soundOfProofs } from '#core/formats/minutes/proof'
import type { OutputOptions } from '#core/formats/output-options'
import { programLanguage, say } from '#core/messages/messages'
import type { TimeSpan } from '#core/transcript/time-span'
import { drawClip } from '../export/clip.ts'
import { clipCover } from '../export/clip-cover.ts'
import { dropFilm, keptFilms, keptLoudness, madeSound } from '../export/film-files.ts'
import { makeExportAside } from '../export/export-aside.ts'
import { listedCut } from '../export/cut-lists.ts'
import { cutLosses } from '../export/cut-losses.ts'
import { cutTranscriptDocument, soundOfCut } from '../export/recording-cut.ts'
import { labelIn, type MadeExport } from '../export/make-export.ts'
import { bytesInPage, type LostSound, type PageSound } from '../export/page-sound.ts'
import { withNewestRedactions } from '../export/newest-redactions.ts'
import { announcedSound, recordingSound } from '../export/recording-sound.ts'
import { announcedAround, recordingAround } from '../export/sound-around.ts'
import { outgoingTitle } from '../export/exported-name.ts'
import { minutesOptions } from '../export/minutes-options.ts'
import { documentOfSound } from '../export/recording-document.ts'
import { soundOfDocument } from '../export/sound-file.ts'
import { dateOfRecording } from '../export/recording-date.ts'
import { startMedia } from '../job-kinds/start-media.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import { reviewFacts } from '../review/review-facts.ts'
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
    make: (request, call) => {
      const { format, soundLater } = request
      const { sound, soundAround } = formats[format].output
      if (soundLater === true || !(sound || soundAround)) return makeFile(studio, request, call)
      // Its sound may take minutes.
      const { transcriptId } = request
      return withNewestRedactions(studio.library, { transcriptId }, async (beforeMoved) => {
        const made = await makeFile(studio, request, call)
        await beforeMoved()
        return made
      })
    },
    async cutList({ transcriptId, list, frameRate, dropFrame }, { language }) {
      const { document, cut } = await soundOfCut(studio, transcriptId)
      const recording = await studio.library.recording(document.transcript.recordingId)
      const listed = listedCut(cut, document.recording, recording.fileName, { frameRate, dropFrame })
      const { write, mediaType, countsFrames } = cutLists[list]
      const files = write(listed)
      const title = await outgoingTitle(studio.library, recording)
      const preview = files[0]?.text ?? ''
      return {
        files: files.map(({ ending, text }) => ({
          fileName: legalFileName(title, ending, say(language, 'export.untitled')),
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
      const minutes = await minutesOptions(studio.library, transcript, chosen)
      const blocks = minutesBlocks(document, shownMinutes(document, minutes))
      const sound = await announcedAround(studio, document, { spans: soundOfProofs(blocks) })
      const isThere = sound !== null && !('lost' in sound)
      return {
        language: transcript.language,
        blocks: blocks.map(shownBlock),
        ...(isThere ? { sound: { bytes: bytesInPage(sound.bytes) } } : {}),
      }
    },
    async publish(request, { locale }) {
      const made = await publishRecording(studio, request, locale)
      const files = made.files.map(({ kind, mediaType, bytes }) => ({
        kind,
        mediaType,
        base64: base64Of(bytes),
      }))
      return { ...made, files }
    },
    async setShowNotes({ recordingId, text, over }) {
      const other = await studio.library.setShowNotes(recordingId, text, over)
      return other === null ? {} : { other }
    },
    languages: ({ transcriptIds }) => studio.library.translationLanguages(transcriptIds),
    async sound({ transcriptId, recordingId = '', cut: isCut = false }, { signal }) {
      const document = await documentOfSound(studio.library, transcriptId, recordingId)
      const cut = isCut && transcriptId !== null ? { cut: await soundOfCut(studio, transcriptId) } : {}
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
    review: (request, { signal }) => reviewFacts(studio, request, signal),
    async clip({ choices, ...of }, { signal }) {
      const { drawing, kept, quote } = await drawClip(studio, of, choices, signal)
      const spans = kept.spans.map(({ startSample, endSample }) => ({
        startMs: (startSample * 1_000) / kept.rate,
        endMs: (endSample * 1_000) / kept.rate,
      }))
      return { drawing, spans, quote }
    },
    async clipPictures({ transcriptId }, { signal }) {
      const { recordingId } = await studio.library.transcript(transcriptId)
      const { media } = await studio.library.card(recordingId)
      const recording = await studio.library.recording(recordingId)
      const cover = await clipCover(studio.library, recording, signal)
      const [hasCut = false] = await studio.library.haveCuts([transcriptId])
      return {
        hasVideo: media?.hasVideo ?? false,
        cover: cover === null ? null : `data:image/jpeg;base64,${base64Of(cover)}`,
        hasCut,
        title: await outgoingTitle(studio.library, recording),
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

async function makeFile(
  studio: Pick<Studio, 'library' | 'cacheFolder' | 'models'>,
  { transcriptId, format, options, soundLater, withPaper = false, cut = false }: CallInput<'exports.make'>,
  { language, locale, signal }: CallOptions,
): Promise<CallOutput<'exports.make'>> {
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
  const minutes = isMinutes
    ? await minutesOptions(studio.library, document.transcript, { ...options, locale })
    : undefined
  const { sound: holdsSound, soundAround: holdsAround } = formats[format].output
  const ofAround = ofCut === null ? {} : { cut: { kept: ofCut.cut.kept, silences: ofCut.silences } }
  const announce = async (): Promise<PageSound | LostSound | null> => {
    if (holdsAround) {
      if (soundLater !== true && options.soundAround !== true) return null
      const spans = soundOfProofs(minutesBlocks(document, shownMinutes(document, minutes)))
      return announcedAround(studio, document, { spans, ...ofAround })
    }
    return ofCut === null && (soundLater === true || holdsSound) ? announcedSound(studio, document) : null
  }
  const announced = await announce()
  const soundFacts = announced === null || 'lost' in announced ? null : announced
  const isAll = ofCut === null && document.part === undefined && (document.silences?.length ?? 0) === 0
  const chosen = {
    sound: () =>
      soundLater === true || ofCut !== null
        ? Promise.resolve(soundFacts === null ? announced : { ...soundFacts, path: null })
        : recordingSound(studio, document, { signal }),
    soundAround: (spans: readonly TimeSpan[]) =>
      soundLater === true
        ? Promise.resolve(soundFacts === null ? announced : { ...soundFacts, path: null })
        : recordingAround(studio, document, { spans, ...ofAround }, { signal }),
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
    ...(minutes === undefined ? {} : { minutes }),
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
    fileName: legalFileName(
      await outgoingTitle(studio.library, recording),
      extension,
      say(language, 'export.untitled'),
    ),
    mediaType: made.mediaType,
    base64: base64Of(made.bytes),
    preview: shown === null ? null : beginning(shown),
    isPreviewWhole: shown === null || shown.length <= PREVIEW_LENGTH,
    losses: [...made.losses, ...lost].map(({ code, count }) => ({ code, count })),
    ...(made.paper === undefined ? {} : { paper: made.paper }),
    ...(soundFacts === null ? {} : { sound: { bytes: bytesInPage(soundFacts.bytes) } }),
    ...(ofCut === null ? {} : { cut: countsOf(document, made) }),
  }
}

const countsOf = (
  { transcript }: DocumentWithExtras,
  { captions }: MadeExport,
): NonNullable<CallOutput<'exports.make'>['cut']> => ({
  words: transcript.paragraphs.reduce((sum, { words }) => sum + words.length, 0),
  ...(captions === undefined ? {} : { captions }),
})

const shownMinutes = (
  { transcript }: DocumentWithExtras,
  minutes: MinutesOptions | undefined,
): WriteOptions => ({
  speakerLabel: labelIn(programLanguage(transcript.language)),
  ...(minutes === undefined ? {} : { minutes }),
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
