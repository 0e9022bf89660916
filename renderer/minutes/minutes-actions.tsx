import { useState } from 'react'
import type { ExportFormat } from '#contracts/export-requests'
import { saveExports } from '../exports/save-exports.ts'
import { useKeptFormats } from '../exports/use-kept-formats.ts'
import { bytesOf, type MadeFile } from '../exports/use-made-export.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import type { MinutesChoice } from './minutes-choice.ts'
import styles from './minutes.module.css'

const formats = [
  ['minutes', 'Word'],
  ['minutes-md', 'Markdown'],
  ['minutes-html', 'HTML'],
] as const satisfies readonly (readonly [ExportFormat, string])[]

/** Print, copy, save: exactly what is shown. */
export function MinutesActions({
  recording,
  transcriptId,
  choice: { without, wholeText, soundAround },
}: {
  readonly recording: OpenRecording
  readonly transcriptId: string
  readonly choice: MinutesChoice
}) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const studio = useStudio()
  const [isBusy, setBusy] = useState(false)
  const [[last], keep] = useKeptFormats(
    'minutes',
    formats.map(([format]) => format),
  )
  // The menu opens on its first item.
  const lastFirst = formats.toSorted(([a], [b]) => Number(b === last) - Number(a === last))
  const make = (format: ExportFormat): Promise<MadeFile> =>
    studio.call('exports.make', {
      transcriptId,
      format,
      options: { wholeText, minutesWithout: [...without], soundAround },
    })
  const run = (action: () => Promise<void>): void => {
    setBusy(true)
    action()
      .catch((error: unknown) => toastError(error, language))
      .finally(() => setBusy(false))
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(new TextDecoder().decode(bytesOf(await make('minutes-md'))))
    toast.show({ text: say('export.copied'), tone: 'done' })
  }
  const save = async (format: ExportFormat): Promise<void> => {
    const made = await make(format)
    const { fileName, mediaType } = made
    const notice = await saveExports(
      host,
      recording.title,
      [{ fileName, mediaType, bytes: bytesOf(made) }],
      say,
    )
    if (notice === null) return
    keep([format])
    toast.show(notice)
  }
  return (
    <>
      <Button icon="print" onPress={() => window.print()}>
        <span className={styles.word}>{say('minutes.page.print')}</span>
      </Button>
      <Button icon="copy" disabled={isBusy} onPress={() => run(copy)}>
        <span className={styles.word}>{say('minutes.page.copy')}</span>
      </Button>
      <Menu
        label={say('minutes.page.save')}
        trigger={
          <Button variant="main" icon="save" disabled={isBusy}>
            {say('minutes.page.save')}
          </Button>
        }
      >
        {lastFirst.map(([format, name]) => (
          <MenuItem key={format} icon="file" onChoose={() => run(() => save(format))}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
