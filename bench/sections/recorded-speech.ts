import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { hasPulseAudio } from '../../cli/testing/sound-server.ts'
import { conversationEn, conversationFr, meetingEn, spokenIn } from '../../cli/testing/speech.ts'
import { comparableWords } from '#core/words/comparable'
import { paragraphText } from '#core/transcript/transcript'
import { readResult, runParolo } from '../measure/parolo.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { playedSound, recordFromSoundServer, recordInPage } from '../record/recorded-speech.ts'
import { met, table } from '../report/table.ts'
import { NO_WORD_ERRORS, type WordErrors, addWordErrors, wordErrors } from '../scoring/word-errors.ts'
import { type BenchContext, NothingToMeasure } from './section.ts'

const SOUNDS = [
  { sound: conversationEn, language: 'en' },
  { sound: conversationFr, language: 'fr' },
  { sound: meetingEn, language: 'en' },
]
const WAYS = ['imported', 'recorded by `parolo record`', 'recorded in Chromium'] as const
/** At most one additional wrong word per this many words (the aim of recording). */
const MORE_OF = 200

/** What was said compared with the transcript: for imported sound, and sound recorded in real time. */
export function measureRecordedSpeech({ say }: BenchContext): Promise<string> {
  return inWorkFolder(async (folder) => {
    if (!(await hasPulseAudio())) throw new NothingToMeasure('no PulseAudio is on this system')
    const errors = WAYS.map(() => NO_WORD_ERRORS)
    for (const { sound, language } of SOUNDS) {
      const { name } = path.parse(sound)
      const spoken = await spokenIn(sound)
      const reference = comparableWords(spoken.words.map(({ text }) => text).join(' '))
      const played = await playedSound(sound, spoken.durationMs / 1000, path.join(folder, name))
      say(`  ${name}, twice in real time`)
      const files = [
        sound,
        await recordFromSoundServer(played, path.join(folder, name, 'pulse')),
        await recordInPage(played, path.join(folder, name, 'page')),
      ]
      for (const [way, file] of files.entries()) {
        const own = path.join(folder, name, `way-${way}`)
        const one = await errorsOf(file, own, { language, reference })
        errors[way] = addWordErrors([errors[way] ?? NO_WORD_ERRORS, one])
      }
    }
    const [imported = NO_WORD_ERRORS] = errors
    const rows = errors.map((own, way) => {
      const more = (countOf(own) - countOf(imported)) / imported.words
      return [
        WAYS[way] ?? '',
        `${countOf(own)} of ${own.words}`,
        way === 0 ? '' : `${more < 0 ? '−' : '+'}${Math.abs(more * MORE_OF).toFixed(1)} of ${MORE_OF}`,
        way === 0 ? '' : `+1 of ${MORE_OF}`,
        way === 0 ? '' : met(more <= 1 / MORE_OF),
      ]
    })
    return [
      'Three samples (264 s), imported; played into an input of PulseAudio and recorded by `parolo record`; played by the',
      'microphone of Chromium and recorded by the page. Transcribed alike, language given; wrong words against what is said.',
      '',
      table(['sound', 'words wrong', 'more than imported', 'aim at most', ''], rows),
    ].join('\n')
  })
}

interface Said {
  readonly language: string
  readonly reference: readonly string[]
}

async function errorsOf(file: string, folder: string, { language, reference }: Said): Promise<WordErrors> {
  await mkdir(folder, { recursive: true })
  const own = path.join(folder, `sound${path.extname(file)}`)
  await copyFile(file, own)
  const out = path.join(folder, 'out')
  await runParolo([own], { data: path.join(folder, 'library'), out, language })
  const { transcript } = await readResult(own, out)
  const text = transcript.paragraphs.map((paragraph) => paragraphText(paragraph)).join(' ')
  return wordErrors(reference, comparableWords(text))
}

const countOf = ({ substitutions, deletions, insertions }: WordErrors): number =>
  substitutions + deletions + insertions
