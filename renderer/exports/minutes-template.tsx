import { useId, useState } from 'react'
import {
  blockPlaceholders,
  linePlaceholders,
  MAX_TEMPLATE_LENGTH,
  usualTemplate,
} from '#core/formats/minutes/minutes-template'
import { programLanguage } from '#core/messages/messages'
import { useChangePreferences } from '../session/change-preferences.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './minutes-template.module.css'

/** The button for the template of minutes, which is shared by all recordings. `language`: of the text. */
export function MinutesTemplate({ language }: { readonly language: string }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="line" size="small" onPress={() => setOpen(true)}>
        {say('minutes.template.change')}
      </Button>
      {isOpen && <TemplateDialog language={language} onClose={() => setOpen(false)} />}
    </>
  )
}

function TemplateDialog({ language, onClose }: { readonly language: string; readonly onClose: () => void }) {
  const say = useSay()
  const id = useId()
  const { minutesTemplate } = usePreferences()
  const change = useChangePreferences()
  const usual = usualTemplate(programLanguage(language))
  const [typed, setTyped] = useState(minutesTemplate || usual)
  const isBlank = typed.trim() === ''
  const save = (): void => {
    // The default template follows the language of each text.
    change({ minutesTemplate: typed.trim() === usual.trim() ? '' : typed })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('minutes.template.title')}
      width="640px"
      foot={
        <>
          <Button disabled={typed.trim() === usual.trim()} onPress={() => setTyped(usual)}>
            {say('minutes.template.reset')}
          </Button>
          <DialogSpacer />
          <Button onPress={onClose}>{say('minutes.template.cancel')}</Button>
          <Button variant="main" disabled={isBlank} onPress={save}>
            {say('minutes.template.save')}
          </Button>
        </>
      }
    >
      <div className={styles.template}>
        <p id={id}>{say(isBlank ? 'minutes.template.empty' : 'minutes.template.hint')}</p>
        <textarea
          className={styles.field}
          aria-label={say('minutes.template')}
          aria-describedby={id}
          rows={14}
          spellCheck={false}
          maxLength={MAX_TEMPLATE_LENGTH}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Placeholders title={say('minutes.template.in-line')} names={linePlaceholders} />
        <Placeholders title={say('minutes.template.own-line')} names={blockPlaceholders} />
      </div>
    </Dialog>
  )
}

function Placeholders({
  title,
  names,
}: {
  readonly title: string
  readonly names: readonly ((typeof linePlaceholders)[number] | (typeof blockPlaceholders)[number])[]
}) {
  const say = useSay()
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles.names}>
        {names.map((name) => (
          <div key={name}>
            <dt>
              <code>{`{${name}}`}</code>
            </dt>
            <dd>{say(`minutes.placeholder.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
