import { useRef, useState } from 'react'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useSay } from '../../ui/words.tsx'
import { PresetList } from './preset-list.tsx'
import styles from './rules.module.css'
import { RulesFoot } from './rules-foot.tsx'
import { useRulesName } from './rules-name.ts'
import { RulesNumbers } from './rules-numbers.tsx'
import { useOwnPresets } from './use-own-presets.ts'
import { useRulesEditor } from './use-rules-editor.ts'

/** The name of the transcript's caption rules; opens them. */
export function RulesButton({ session }: { readonly session: TranscriptSession }) {
  const say = useSay()
  const name = useRulesName(session)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        ref={button}
        variant="line"
        size="small"
        className={styles.button}
        aria-label={say('captions.rules.button', { rules: name })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        <span>{name}</span>
        <Icon name="down" small />
      </Button>
      <Popover
        label={say('captions.rules')}
        className={styles.popover}
        open={isOpen}
        onClose={() => setOpen(false)}
        anchor={button}
      >
        <RulesPanel session={session} />
      </Popover>
    </>
  )
}

function RulesPanel({ session }: { readonly session: TranscriptSession }) {
  const editor = useRulesEditor(session)
  const own = useOwnPresets(editor)
  return (
    <div className={styles.panel}>
      <div className={styles.columns}>
        <PresetList editor={editor} own={own.all} />
        <RulesNumbers editor={editor} />
      </div>
      <RulesFoot editor={editor} own={own} />
    </div>
  )
}
