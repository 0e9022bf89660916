import { describe, expect, it } from 'vitest'
import { alignWords, type AlignOptions, type TimedText } from './align-words.ts'

/** Consecutive words of 200 ms each, 100 ms apart; `|` is a pause of 1 s. */
function spoken(text: string): TimedText[] {
  let startMs = 0
  return text.split(' ').flatMap((word) => {
    if (word === '|') {
      startMs += 1_000
      return []
    }
    const timed = { text: word, startMs, endMs: startMs + 200 }
    startMs += 300
    return [timed]
  })
}

const align = (text: string, recognized: string, options: Partial<AlignOptions> = {}) => {
  const given = text.split(' ')
  const timed = spoken(recognized)
  const { words, unspoken, unwritten } = alignWords(given, timed, { durationMs: 60_000, ...options })
  return {
    times: words.map(({ startMs, endMs }, index) => `${given[index]} ${startMs}–${endMs}`),
    matched: words.map(({ recognized: place }) => place),
    unspoken: unspoken.map(({ from, to }) => given.slice(from, to).join(' ')),
    unwritten: unwritten.map(({ from, to }) =>
      timed
        .slice(from, to)
        .map((word) => word.text)
        .join(' '),
    ),
    words,
  }
}

describe('alignWords', () => {
  it('gives words the times of those recognized, whatever their case, accents and punctuation', () => {
    const { times } = align('Élan, «cœur» it’s 1932!', 'elan coeur its 1932')
    expect(times).toEqual(['Élan, 0–200', '«cœur» 300–500', 'it’s 600–800', '1932! 900–1100'])
  })

  it('matches words that were recognized with another spelling', () => {
    expect(align('the Keller house', 'the Kellar house').matched).toEqual([0, 1, 2])
  })

  it('puts words in the place of other words, and in the pause between their neighbors', () => {
    expect(align('a twenty two b', 'a 22 b').times).toEqual([
      'a 0–200',
      'twenty 300–427',
      'two 427–500',
      'b 600–800',
    ])
    expect(align('a so b', 'a | b').times).toEqual(['a 0–200', 'so 200–340', 'b 1300–1500'])
    expect(align('so a', '| a').times).toEqual(['so 860–1000', 'a 1000–1200'])
  })

  it('marks a passage that nobody spoke and gives it no time', () => {
    const { unspoken, words, matched } = align(
      'One two three. The cat sat here long. The bird sang.',
      'one two three the bird sang',
    )
    expect(unspoken).toEqual(['The cat sat here long.'])
    expect(matched).toEqual([0, 1, 2, null, null, null, null, null, 3, 4, 5])
    expect(words[4]).toMatchObject({ startMs: 800, endMs: 800, isUnspoken: true })
  })

  it('takes a passage for spoken where somebody speaks and nothing was recognized', () => {
    const { unspoken, times } = align('one two three four five six', 'one | | six', {
      speech: [{ startMs: 0, endMs: 2_600 }],
    })
    expect(unspoken).toEqual([])
    expect(times[1]).toMatch(/^two 200–/u)
    expect(times[4]).toMatch(/–2300$/u)
  })

  it('offers speech of which the text has nothing', () => {
    expect(align('one two. Three four.', 'one two. And now this. Three four.').unwritten).toEqual([
      'And now this.',
    ])
    expect(align('one two', 'one two well then goodbye').unwritten).toEqual(['well then goodbye'])
  })

  it('takes two passages that share a word or two for different ones', () => {
    const { unspoken, unwritten } = align(
      'Hello all. My first long story is the one about winter rain. Good night all.',
      'hello all nobody can see that boat from the green hill tonight maybe good night all',
    )
    expect(unspoken).toEqual(['My first long story is the one about winter rain.'])
    expect(unwritten).toEqual(['nobody can see that boat from the green hill tonight maybe'])
  })

  it('gives punctuation that is a word of its own no time', () => {
    expect(align('- Oui ? - Non !', 'oui | non', { starts: new Set([0, 3]) }).times).toEqual([
      '- 0–0',
      'Oui 0–200',
      '? 200–200',
      '- 1300–1300',
      'Non 1300–1500',
      '! 1500–1500',
    ])
  })

  it('finds nothing spoken where nothing was recognized', () => {
    expect(alignWords('one two three four'.split(' '), [], { durationMs: 5_000 }).unspoken).toEqual([
      { from: 0, to: 4 },
    ])
    expect(alignWords([], spoken('one two three'), { durationMs: 5_000 }).unwritten).toEqual([
      { from: 0, to: 3 },
    ])
  })
})
