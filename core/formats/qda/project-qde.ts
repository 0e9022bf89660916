import { listedComments } from '../../comments/listed-comments.ts'
import { programLanguage, say } from '../../messages/messages.ts'
import { speakerNames } from '../../transcript/speaker-names.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'
import { voiceColors } from '../html/page-colors.ts'
import { oneLine } from '../reading/one-line.ts'
import { escapedXml, notXmlCount } from '../reading/xml-text.ts'
import { guidOf } from './guid.ts'
import { type QdaText, qdaText, type TextRange } from './qda-text.ts'

/** The files of a REFI-QDA project; sound is stored beside them. */
export interface QdaProject {
  /** `project.qde`. */
  readonly qde: string
  /** Names and texts of the files in the folder `Sources`. */
  readonly sources: readonly { readonly name: string; readonly text: string }[]
  /** Name of the file of sound in that folder; null without sound. */
  readonly sound: string | null
  /** Characters that XML cannot represent. */
  readonly replaced: number
}

/** Name of the folder in the archive. */
export const SOURCES = 'Sources'

/**
 * A REFI-QDA 1.5 project of one interview: its text, speakers as codes with what they say, comments as notes. With sound,
 * a second source has it with the same text, whose positions are synchronized: of programs that read one of the two each
 * has all.
 * @param soundEnding of the file of sound, with the dot; null: without sound
 */
export function qdaProject(
  { recording, transcript }: DocumentWithExtras,
  { speakerLabel, name = '' }: Pick<WriteOptions, 'speakerLabel' | 'name'>,
  soundEnding: string | null,
): QdaProject {
  const language = programLanguage(transcript.language)
  const title = oneLine(recording.title) || oneLine(name) || oneLine(recording.fileName)
  const shown = title === '' ? say(language, 'export.untitled') : title
  const guid = (...parts: readonly string[]): string => guidOf(transcript.id, recording.sha256, ...parts)
  const names = speakerNames(transcript.speakers, speakerLabel)
  const written = qdaText(transcript, names)
  const user = guid('user')
  const speaking = new Set(written.passages.map(({ speakerId }) => speakerId))
  const codes = transcript.speakers.flatMap(({ id, colour }) =>
    speaking.has(id) ? [codeLine(guid('code', id), names.get(id) ?? '', colour)] : [],
  )
  const notes = notesOn(transcript, written, guid, (number, isResolved) =>
    say(language, isResolved ? 'export.qda.comment.resolved' : 'export.qda.comment', { number }),
  )
  const marked: Marked = { written, notes, guid, user }
  const [text, heard] = [guid('text'), guid('sound-text')]
  const sound = soundEnding === null ? null : `${guid('sound')}${soundEnding}`
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Project xmlns="urn:QDA-XML:project:1.0" name="${escapedXml(shown)}" origin="Parolo" creatingUserGUID="${user}">`,
    `<Users><User guid="${user}" name="Parolo"/></Users>`,
    ...(codes.length === 0 ? [] : ['<CodeBook>', '<Codes>', ...codes, '</Codes>', '</CodeBook>']),
    '<Sources>',
    `<TextSource guid="${text}" name="${escapedXml(shown)}" plainTextPath="internal://${text}.txt" creatingUser="${user}">`,
    ...textSelections(marked),
    '</TextSource>',
    ...(sound === null
      ? []
      : [
          `<AudioSource guid="${guid('sound')}" name="${escapedXml(`${shown}${soundEnding}`)}" path="internal://${sound}" creatingUser="${user}">`,
          `<Transcript guid="${heard}" name="${escapedXml(shown)}" plainTextPath="internal://${heard}.txt" creatingUser="${user}">`,
          ...syncedSelections(marked),
          '</Transcript>',
          '</AudioSource>',
        ]),
    '</Sources>',
    ...(notes.length === 0
      ? []
      : [
          '<Notes>',
          ...notes.map(
            ({ id, title: named, content }) =>
              `<Note guid="${id}" name="${escapedXml(named)}" creatingUser="${user}"><PlainTextContent>${escapedXml(content)}</PlainTextContent></Note>`,
          ),
          '</Notes>',
        ]),
    '</Project>',
  ]
  return {
    qde: `${lines.join('\n')}\n`,
    sources: [text, ...(sound === null ? [] : [heard])].map((each) => ({
      name: `${each}.txt`,
      text: written.text,
    })),
    sound,
    replaced: [shown, ...names.values(), ...notes.map(({ content }) => content)].reduce(
      (sum, each) => sum + notXmlCount(each),
      0,
    ),
  }
}

const codeLine = (guid: string, name: string, colour: number): string =>
  `<Code guid="${guid}" name="${escapedXml(name)}" isCodable="true" color="${voiceColors[colour % voiceColors.length]?.[0] ?? '#000000'}"/>`

interface PlacedNote extends TextRange {
  /** GUID of the note. */
  readonly id: string
  readonly title: string
  readonly content: string
}

type Guid = (...names: readonly string[]) => string

/** Comments whose words are in the text. */
function notesOn(
  transcript: DocumentWithExtras['transcript'],
  { placeOf }: QdaText,
  guid: Guid,
  titled: (number: number, isResolved: boolean) => string,
): PlacedNote[] {
  return listedComments(transcript).flatMap(({ id, text, isResolved, fromWordId, toWordId }, index) => {
    const [from, to] = [placeOf.get(fromWordId), placeOf.get(toWordId)]
    if (from === undefined || to === undefined) return []
    const content = text.replaceAll(/\r\n?/gu, '\n')
    const title = titled(index + 1, isResolved)
    return [{ id: guid('note', id), title, content, start: from.start, end: to.end }]
  })
}

interface Marked {
  readonly written: QdaText
  readonly notes: readonly PlacedNote[]
  readonly guid: Guid
  readonly user: string
}

const coding = (guid: string, code: string, user: string): string =>
  `<Coding guid="${guid}" creatingUser="${user}"><CodeRef targetGUID="${code}"/></Coding>`

function textSelections({ written, notes, guid, user }: Marked): string[] {
  const selection = (id: string, { start, end }: TextRange, content: string): string =>
    `<PlainTextSelection guid="${id}" startPosition="${start}" endPosition="${end}" creatingUser="${user}">${content}</PlainTextSelection>`
  return [
    ...written.passages.map((passage, index) =>
      selection(
        guid('passage', String(index)),
        passage,
        coding(guid('coding', String(index)), guid('code', passage.speakerId), user),
      ),
    ),
    ...notes.map((note) => selection(guid('noted', note.id), note, `<NoteRef targetGUID="${note.id}"/>`)),
  ]
}

/** Selections of a synchronized text lie between points, so there is one at each of their ends. */
function syncedSelections({ written, notes, guid, user }: Marked): string[] {
  const points = withPointsAt(written, notes)
  const point = (position: number): string => guid('point', String(position))
  const selection = (id: string, { start, end }: TextRange, content: string): string =>
    `<TranscriptSelection guid="${id}" fromSyncPoint="${point(start)}" toSyncPoint="${point(end)}" creatingUser="${user}">${content}</TranscriptSelection>`
  return [
    ...points.map(
      ({ position, atMs }) =>
        `<SyncPoint guid="${point(position)}" timeStamp="${Math.round(atMs)}" position="${position}"/>`,
    ),
    ...written.passages.map((passage, index) =>
      selection(
        guid('heard', String(index)),
        passage,
        coding(guid('heard-coding', String(index)), guid('code', passage.speakerId), user),
      ),
    ),
    ...notes.map((note) =>
      selection(guid('heard-note', note.id), note, `<NoteRef targetGUID="${note.id}"/>`),
    ),
  ]
}

/** The points with others at the ends of notes, at times in between. */
function withPointsAt({ points }: QdaText, notes: readonly TextRange[]): QdaText['points'] {
  const known = new Set(points.map(({ position }) => position))
  const wanted = [...new Set(notes.flatMap(({ start, end }) => [start, end]))]
    .filter((position) => !known.has(position))
    .toSorted((a, b) => a - b)
  const added = wanted.map((position) => {
    const next = points.findIndex((each) => each.position > position)
    const [before, after] = [points[next === -1 ? points.length - 1 : next - 1], points[next]]
    if (before === undefined || after === undefined) return { position, atMs: (before ?? after)?.atMs ?? 0 }
    const share = (position - before.position) / (after.position - before.position)
    return { position, atMs: Math.round(before.atMs + share * (after.atMs - before.atMs)) }
  })
  return [...points, ...added].toSorted((a, b) => a.position - b.position)
}
