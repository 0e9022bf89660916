import type { Paragraph, Speaker, Transcript } from '../transcript/transcript.ts'

/** Maximum number of words in a name at the start of a paragraph. */
const mostNameWords = 4
const capitals = /^[\p{Lu}\p{M}\p{N} .’'-]*\p{Lu}[\p{Lu}\p{M}\p{N} .’'-]*$/u
const capitalized = /^\p{Lu}[\p{L}\p{M}\p{N} .’'-]*$/u

/**
 * The text with names such as `ANNA:` at the start of paragraphs as its speakers, and the words of the names
 * removed. A name in capitals always counts; others only if at least two paragraphs begin with it, as "Note:"
 * may be text. Paragraphs that already have a speaker are unchanged.
 */
export function withNamesAsSpeakers(transcript: Transcript): Transcript {
  const found = transcript.paragraphs.map(nameAtStart)
  const counts = new Map<string, number>()
  for (const each of found) if (each !== null) counts.set(each.name, (counts.get(each.name) ?? 0) + 1)
  const speakers = new Map<string, Speaker>(
    transcript.speakers.flatMap((speaker) => (speaker.name === null ? [] : [[speaker.name, speaker]])),
  )
  const ids = new Set(transcript.speakers.map(({ id }) => id))
  const added: Speaker[] = []
  const marked = new Set(transcript.marks.flatMap(({ fromWordId, toWordId }) => [fromWordId, toWordId]))
  const speakerNamed = (name: string): Speaker => {
    const known = speakers.get(name)
    if (known !== undefined) return known
    let number = ids.size + 1
    while (ids.has(`s${number}`)) number += 1
    const speaker = { id: `s${number}`, name, colour: number - 1, groupId: null }
    ids.add(speaker.id)
    speakers.set(name, speaker)
    added.push(speaker)
    return speaker
  }
  const paragraphs = transcript.paragraphs.map((paragraph, index): Paragraph => {
    const each = found[index] ?? null
    if (each === null || (!capitals.test(each.name) && (counts.get(each.name) ?? 0) < 2)) return paragraph
    const [first, ...others] = paragraph.words.slice(each.count)
    // Marks that keep a cue as it is are on its first word: there the name stays in the text.
    if (first === undefined || paragraph.words.slice(0, each.count).some(({ id }) => marked.has(id)))
      return paragraph
    return {
      ...paragraph,
      speakerId: speakerNamed(each.name).id,
      words: [{ ...first, before: '' }, ...others],
    }
  })
  return { ...transcript, paragraphs, speakers: [...transcript.speakers, ...added] }
}

/** A name that ends with a colon, and its number of words; null if the paragraph does not begin with one. */
function nameAtStart({ speakerId, kind, words }: Paragraph): { name: string; count: number } | null {
  if (speakerId !== null || kind !== 'speech') return null
  const start = words.slice(0, mostNameWords + 1)
  // French puts a space before the colon, which makes the colon a word.
  const at = start.findIndex(({ text }) => text.endsWith(':'))
  if (at < 0) return null
  const name = start
    .slice(0, at + 1)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s*:$/u, '')
  return capitalized.test(name) && name.split(' ').length <= mostNameWords ? { name, count: at + 1 } : null
}
