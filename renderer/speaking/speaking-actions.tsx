import { useHost } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { speakingCsv } from '#core/speaking/speaking-csv'
import { legalFileName } from '#core/formats/legal-file-name'
import { formatPercent } from '#core/notation/numbers'
import { speakingPng } from './save-picture.ts'
import { speakingTable, tableHtml, tableText } from './speaking-table.ts'
import { speakingWords } from './speaking-words.ts'
import type { LiveSpeaking } from './use-speaking.ts'

/** Copies the table, saves it as CSV or the chart as PNG. */
export function SpeakingActions({
  speaking,
  title,
}: {
  readonly speaking: LiveSpeaking
  readonly title: string
}) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const nameWith = (extension: string): string =>
    legalFileName(say('speaking.file', { title }), extension, say('speaking.title'))

  const copy = async (): Promise<void> => {
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
    const isSaved = await host.saveFile({ fileName, mediaType, bytes })
    if (isSaved) toast.show({ text: say('speaking.saved', { file: fileName }), tone: 'done' })
  }
  const saveCsv = async (): Promise<void> => {
    await save(nameWith('.csv'), 'text/csv', new TextEncoder().encode(speakingCsv(named(speaking))))
  }
  const savePng = async (): Promise<void> => {
    const png = await speakingPng(speaking, {
      title,
      sum: speakingWords(speaking, say, language),
      bars: say('speaking.straight.note'),
      note: say('speaking.table.note'),
      share: (share) => formatPercent(share, language),
    })
    await save(nameWith('.png'), 'image/png', png)
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

/** Fills in the displayed names for speakers without a name. */
function named({ figures, displays }: LiveSpeaking): LiveSpeaking['figures'] {
  const speakers = figures.speakers.map((one) => ({ ...one, name: displays.get(one.id)?.name ?? one.name }))
  return { ...figures, speakers }
}
