import { describe, expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { emptyLiveFeed } from '#studio/recording/live-feed'
import { Terminal } from '../../terminal/terminal.ts'
import { LiveLines } from './live-lines.ts'

function shownOf(names: readonly string[]) {
  let printed = ''
  const live = emptyLiveFeed('loading')
  const options = { sources: names.map((name) => ({ name })) }
  const terminal = new Terminal('en', 'bar', {
    stdout: { write: () => true },
    stderr: { write: (text) => (printed += text) },
  })
  const lines = new LiveLines({ live, options }, terminal)
  const add = (startMs: number, from: number, text: string | null): void => {
    const id = `live-${live.lines.length}`
    live.lines.push({ id, source: from, startMs, endMs: startMs + 4_000, language: 'en', words: [], text })
  }
  const take = (): string => {
    lines.show()
    const taken = printed
    printed = ''
    return taken
  }
  return { live, lines, add, take }
}

describe('text while recording at a terminal', () => {
  it('shows each line once, with its time, and the source where there are several', () => {
    const one = shownOf(['Microphone'])
    one.add(1_500, 0, 'Good evening.')
    expect(one.take()).toBe('0:01  Good evening.\n')
    one.add(62_000, 0, 'So we begin.')
    expect(one.take()).toBe('1:02  So we begin.\n')
    expect(one.take()).toBe('')
    const two = shownOf(['Microphone', 'Speakers'])
    two.add(1_500, 1, 'Hello.')
    two.add(9_000, 0, null)
    expect(two.take()).toBe('0:01  Speakers: Hello.\nThe text from 0:09 to 0:13 will come later.\n')
  })

  it('says once that text follows, and why there is none', () => {
    const { live, take } = shownOf(['Microphone'])
    expect(take()).toBe('')
    live.state = 'behind'
    expect(take()).toMatch(/^Text will come later: .*\n$/u)
    expect(take()).toBe('')
    live.state = 'following'
    expect(take()).toBe('')
    live.state = 'failed'
    live.error = new Fault('model.missing', { id: 'whisper', file: 'model.onnx' })
    expect(take()).toMatch(/^Text will come later: it cannot be made while recording\. .*whisper/u)
  })

  it('says once that another model makes the text, and why', () => {
    const { live, take } = shownOf(['Microphone'])
    const error = new Fault('model.missing', { id: 'kroko-fr', file: 'tokens.txt' })
    live.fallback = { model: 'Kroko French', by: 'Whisper base', error }
    expect(take()).toBe(
      'Kroko French cannot transcribe while recording. A file of the model kroko-fr is missing (tokens.txt). Whisper base is used instead. The sound is recorded in full.\n',
    )
    expect(take()).toBe('')
  })

  it('has what is being said beside the time, the newest words of it', () => {
    const { live, lines } = shownOf(['Microphone'])
    expect(lines.status).toBe('Getting the text ready…')
    live.state = 'following'
    expect(lines.status).toBe('')
    live.draft = { source: 0, startMs: 0, text: 'a short one' }
    expect(lines.status).toBe('a short one')
    live.draft = {
      source: 0,
      startMs: 0,
      text: 'one two three four five six seven eight nine ten eleven twelve',
    }
    expect(lines.status).toMatch(/^…\S.* eleven twelve$/u)
    expect(lines.status.length).toBeLessThanOrEqual(49)
    live.state = 'behind'
    live.lagMs = 21_400
    expect(lines.status).toBe('Text 21 s behind')
  })
})
