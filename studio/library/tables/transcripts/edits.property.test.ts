import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { choices, randomEdit, type Choice } from '#core/edits/testing/random-edits'
import { lint } from '#core/transcript/lint'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import type { Library } from '../../library.ts'
import {
  newRecording,
  openedLibrary,
  paragraph,
  run,
  speaker,
  temporaryFolder,
} from '../../testing/fixtures.ts'

const durationMs = 30_000

/** A finished transcript of three paragraphs, in a library with its worker. */
async function transcriptIn(library: Library, name: string): Promise<string> {
  const recording = await library.addRecording(newRecording(name))
  const track = { recordingId: recording.id, index: 0, codec: 'mp3', pcmSha256: `pcm-${name}` }
  await library.saveTrack({ ...track, durationMs, sampleCount: durationMs * 16 })
  const job = { recordingId: recording.id, kind: 'transcribe', settings: {}, settingsKey: 'k' } as const
  const { id: jobId } = await library.requestJob(job)
  const { id } = await library.startTranscript({
    recordingId: recording.id,
    jobId,
    language: 'en',
    run,
    settingsKey: 'k',
  })
  const turns = ['s1', 's2', 's1'].map((speakerId, index) => ({
    speakerId,
    startMs: index * 10_000,
    endMs: index * 10_000 + 9000,
  }))
  await library.saveSpeakersAndTurns(id, [speaker('s1', 'Anna'), speaker('s2', null, 1)], turns, [])
  await library.putParagraphs(id, [
    paragraph('p1', 'Who was there last night?', 0, { speakerId: 's1' }),
    paragraph('p2', 'Nobody. They all went home.', 10_000, { speakerId: 's2' }),
    paragraph('p3', 'That is what I thought.', 20_000, { speakerId: 's1' }),
  ])
  await library.finishTranscript(id)
  return id
}

describe('a library behind its worker', () => {
  it('takes random edits of all kinds, undoes them to the same bytes, and redoes them', async () => {
    const library = await openedLibrary()
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.array(choices, { minLength: 5, maxLength: 60, size: 'max' }), async (plan) => {
        const id = await transcriptIn(library, `meeting-${runs++}`)
        const whole = async (): Promise<string> => {
          const transcript = await library.transcript(id)
          expect(lint(transcript, durationMs)).toEqual([])
          return JSON.stringify(transcript)
        }
        const states = [await whole()]
        let editNumber = 0
        for (const [index, choice] of plan.entries()) {
          const edit = randomEdit(await library.transcript(id), `e${index}`, choice)
          if (edit === null) continue
          const outcome = await library.applyEdits(id, [edit], { baseNumber: editNumber })
          if (outcome.editNumber > editNumber) states.push(await whole())
          editNumber = outcome.editNumber
        }
        const steps = states.length - 1
        for (let left = steps; left > 0; left -= 1) {
          await library.undo(id, `u${left}`)
          expect(await whole()).toBe(states[left - 1])
        }
        expect(await library.undo(id, 'u')).toBeNull()
        for (let done = 1; done <= steps; done += 1) await library.redo(id, `r${done}`)
        expect(await whole()).toBe(states[steps])
        expect(await library.redo(id, 'r')).toBeNull()
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})

const turns = fc.array(fc.tuple(fc.boolean(), fc.boolean(), choices), {
  minLength: 5,
  maxLength: 60,
  size: 'max',
})

/** State shown by a window: read once, possibly outdated. */
interface Window {
  readonly library: Library
  transcript: Transcript
  editNumber: number
}

describe('two writers on one transcript', () => {
  it('lose nothing that either typed, whatever states they typed on', async () => {
    const folder = temporaryFolder()
    const libraries = [await openedLibrary(folder), await openedLibrary(folder)] as const
    let runs = 0
    await fc.assert(
      fc.asyncProperty(turns, async (plan) => {
        const id = await transcriptIn(libraries[0], `shared-${runs++}`)
        const look = async (library: Library): Promise<Window> => {
          const { editNumber } = await library.transcriptState(id)
          return { library, transcript: await library.transcript(id), editNumber }
        }
        const windows = [await look(libraries[0]), await look(libraries[1])]
        const typed: string[] = []
        for (const [index, [isSecond, looksFirst, choice]] of plan.entries()) {
          const place = isSecond ? 1 : 0
          let window = windows[place] as Window
          if (looksFirst) windows[place] = window = await look(window.library)
          const edit = writingEdit(window.transcript, `w${index}`, choice)
          if (edit === null) continue
          const outcome = await window.library.applyEdits(id, [edit], { baseNumber: window.editNumber })
          if (edit.kind !== 'replace-text') continue
          expect(outcome.refused).toEqual([])
          typed.push(`w${index}x`)
        }
        const transcript = await libraries[1].transcript(id)
        expect(lint(transcript, durationMs)).toEqual([])
        const text = transcript.paragraphs.map(paragraphText).join(' ')
        for (const word of typed) expect(text).toContain(word)
        expect(JSON.stringify(await libraries[0].transcript(id))).toBe(JSON.stringify(transcript))
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})

/** An edit that types a unique word and may remove recognized words, or splits, joins or assigns. */
function writingEdit(transcript: Transcript, id: string, choice: Choice) {
  if (choice.kind > 0.7) {
    const edit = randomEdit(transcript, id, choice)
    const moves = ['split-paragraph', 'merge-paragraphs', 'assign-speaker', 'set-mark', 'add-speaker']
    return edit !== null && moves.includes(edit.kind) ? edit : null
  }
  const { paragraphs } = transcript
  const home = paragraphs[Math.floor(choice.where * paragraphs.length)]
  if (home === undefined) return null
  const from = Math.floor(choice.until * (home.words.length + 1))
  const words = home.words.map((word) => word.before + word.text)
  const next = home.words[from]
  // A typed word that this window shows could also be deleted deliberately: not in this test.
  const takes = choice.until < 0.4 && next?.origin === 'recognised' ? 1 : 0
  words.splice(from, takes, ` ${id}x `)
  return replaceTextEdit(transcript, { id, paragraphId: home.id, text: words.join('') })
}
