import { useHost } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { speakingCsv } from '#core/speaking/speaking-csv'
import { redactedDocument } from '#core/redaction/redacted-document'
import { speakerNames } from '#core/transcript/speaker-names'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { legalFileName } from '#core/formats/legal-file-name'
import { formatPercent } from '#core/notation/numbers'
import { speakingPng } from './save-picture.ts'
import { speakingTable, tableHtml, tableText } from './speaking-table.ts'
import { speakingWords } from './speaking-words.ts'
import type { LiveSpeaking } from './use-speaking.ts'

/** Copies the table, saves it as CSV or the chart as PNG: without names of redacted voices, as every export. */
export function SpeakingActions({
  speaking: shown,
  title: ownTitle,
  session,
}: {
  readonly speaking: LiveSpeaking
  readonly title: string
  readonly session: TranscriptSession
}) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const nameWith = (extension: string, title: string): string =>
    legalFileName(say('speaking.file', { title }), extension, say('speaking.title'))
  const outgoing = (): { readonly speaking: LiveSpeaking; readonly title: string } => {
    const { durationMs } = shown
    const { recording, transcript } = redactedDocument({
      recording: { title: ownTitle, fileName: '', durationMs, sha256: '' },
      transcript: session.state.transcript,
    })
    const names = speakerNames(transcript.speakers, (number) => say('speaker.numbered', { number }))
    return { speaking: withNames(shown, names), title: recording.title }
  }

  const copy = async (): Promise<void> => {
    const { speaking } = outgoing()
    const table = speakingTable(speaking, say, language)
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([tableText(table)], { type: 'text/plain' }),
        'text/html': new Blob([tableHtml(table)], { type: 'text/html' }),
      }),
    ])
    toast.show({ text: say('speaking.copied'), tone: 'done' })
  }
  const save = async (fileName: string, mediaType: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    const file = await host.saveFile({ fileName, mediaType, bytes })
    if (file !== null) toast.show({ text: say('speaking.saved', { file }), tone: 'done' })
  }
  const saveCsv = async (): Promise<void> => {
    const { speaking, title } = outgoing()
    const csv = new TextEncoder().encode(speakingCsv(speaking.figures))
    await save(nameWith('.csv', title), 'text/csv', csv)
  }
  const savePng = async (): Promise<void> => {
    const { speaking, title } = outgoing()
    const png = await speakingPng(speaking, {
      title,
      sum: speakingWords(speaking, say, language),
      bars: say('speaking.straight.note'),
      note: say('speaking.table.note'),
      share: (share) => formatPercent(share, language),
    })
    await save(nameWith('.png', title), 'image/png', png)
  }
  const run = (action: () => Promise<void>) => () => {
    action().catch((error: unknown) => toastError(error, language))
  }
  return (
    <>
      <Button variant="line" size="small" icon="copy" onPress={run(copy)}>
        {say('speaking.copy')}
      </Button>
      <Menu
        label={say('speaking.save')}
        trigger={
          <Button variant="line" size="small">
            {say('speaking.save')}
          </Button>
        }
      >
        <MenuItem onChoose={run(saveCsv)}>{say('speaking.save.csv')}</MenuItem>
        <MenuItem onChoose={run(savePng)}>{say('speaking.save.png')}</MenuItem>
      </Menu>
    </>
  )
}

/** With these names everywhere, those of speakers without a name included. */
function withNames(speaking: LiveSpeaking, names: ReadonlyMap<string, string>): LiveSpeaking {
  const { figures, displays } = speaking
  const named = [...displays].map(([id, one]) => [id, { ...one, name: names.get(id) ?? one.name }] as const)
  const speakers = figures.speakers.map((one) => ({ ...one, name: names.get(one.id) ?? one.name }))
  return { ...speaking, figures: { ...figures, speakers }, displays: new Map(named) }
}
