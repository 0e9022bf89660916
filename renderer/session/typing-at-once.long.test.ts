import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { conversation } from '#core/edits/testing/samples'
import { paragraphText } from '#core/transcript/transcript'
import { openSession, type OpenSession } from './open-session.ts'
import { keepNothing } from './testing/keep-nothing.ts'
import { fakeStudio, type Fate } from './testing/fake-studio.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const edited = 'p2'

/** A window with a caret, which keeps its position while others type. */
interface Writer {
  readonly session: OpenSession
  readonly text: () => string
  write(letter: string): void
}

async function writer(studio: ReturnType<typeof fakeStudio>, id: string, at: number, fate: () => Fate) {
  const opening = openSession(studio.connect(fate, 20), studio.transcript.id, {
    windowId: id,
    unsent: keepNothing(),
  })
  await vi.advanceTimersByTimeAsync(300)
  const session = await opening
  let caret = at
  const textIn = ({ paragraphs }: typeof session.state.transcript): string =>
    paragraphText(paragraphs.find((each) => each.id === edited) ?? { words: [] })
  session.onChange(({ before, after, origin }) => {
    if (origin === 'own') return
    const old = textIn(before)
    const text = textIn(after)
    // The text to the right of the caret is unchanged; new text was inserted either before or after the
    // caret.
    const left = old.slice(0, caret)
    caret = text.startsWith(left) ? caret : text.length - (old.length - caret)
  })
  const made: Writer = {
    session,
    text: () => textIn(session.state.transcript),
    write(letter) {
      const old = made.text()
      const text = old.slice(0, caret) + letter + old.slice(caret)
      caret += letter.length
      const { transcript } = session.state
      session.apply([replaceTextEdit(transcript, { id: session.newId(), paragraphId: edited, text })], {
        origin: 'own',
      })
    },
  }
  return made
}

/** Every letter and space, in any order. */
const lettersOf = (text: string): string[] => text.split('').toSorted()

/** Letters of `wanted` that are not in `got`. */
function missing(wanted: readonly string[], got: string): string[] {
  const left = got.split('')
  return wanted.filter((letter) => {
    const at = left.indexOf(letter)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const waits = (windows: number): fc.Arbitrary<{ window: number; waitMs: number }[]> =>
  fc.array(fc.record({ window: fc.nat(windows - 1), waitMs: fc.nat(70) }), { minLength: 10, maxLength: 60 })
const fates = fc.infiniteStream(fc.record({ thereMs: fc.nat(90), backMs: fc.nat(90) }))

type Plan = readonly { readonly window: number; readonly waitMs: number }[]

/** Each window types at its own position, a space with every `spaceAt`th key; returns the resulting text. */
async function typedAtOnce(
  places: readonly number[],
  plan: Plan,
  spaceAt: number,
  fate: () => Fate,
): Promise<{ wanted: string[]; texts: string[] }> {
  const studio = fakeStudio(conversation())
  const writers: Writer[] = []
  for (const [index, at] of places.entries()) writers.push(await writer(studio, `w${index}`, at, fate))
  const wanted = (writers[0]?.text() ?? '').split('')
  for (const [index, { window, waitMs }] of plan.entries()) {
    const letter = (index + 1) % spaceAt === 0 ? ' ' : 'xqz'.charAt(window)
    writers[window]?.write(letter)
    wanted.push(letter)
    await vi.advanceTimersByTimeAsync(waitMs)
  }
  await vi.advanceTimersByTimeAsync(10_000)
  for (const { session } of writers) {
    expect(session.state.transcript).toEqual(studio.transcript)
    session.close()
  }
  return { wanted, texts: writers.map((each) => each.text()) }
}

const fateOf =
  (stream: Iterator<Omit<Fate, 'lost'>>): (() => Fate) =>
  () => ({ ...(stream.next().value as Omit<Fate, 'lost'>), lost: null })

describe('people who write in one paragraph at once', () => {
  it.each([
    ['before one word', [0, 0]],
    ['in the midst of one word', [9, 9]],
    ['in one word and beside it', [8, 10]],
    ['at both ends', [0, 27]],
  ])('two lose and double nothing: %s', async (_, places) => {
    await fc.assert(
      fc.asyncProperty(waits(2), fc.integer({ min: 2, max: 9 }), fates, async (plan, spaceAt, stream) => {
        const { wanted, texts } = await typedAtOnce(places, plan, spaceAt, fateOf(stream))
        for (const text of texts) expect(lettersOf(text)).toEqual(lettersOf(wanted.join('')))
      }),
      { numRuns: 25 },
    )
  })

  // Three windows double no text except about once in a thousand runs, when all type words into the very same
  // word.
  it.each([
    ['before one word', [0, 0, 0]],
    ['in one word and beside it', [0, 3, 8]],
    ['at both ends and in the middle', [0, 12, 27]],
  ])('three lose nothing: %s', async (_, places) => {
    await fc.assert(
      fc.asyncProperty(waits(3), fc.integer({ min: 2, max: 9 }), fates, async (plan, spaceAt, stream) => {
        const { wanted, texts } = await typedAtOnce(places, plan, spaceAt, fateOf(stream))
        for (const text of texts) expect(missing(wanted, text)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})
