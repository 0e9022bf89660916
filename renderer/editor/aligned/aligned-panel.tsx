import { type ReactNode, useRef } from 'react'
import { insertPassage } from '#core/align/insert-passage'
import { deletePassage, keepAsSpoken, type UnspokenPassage } from '#core/align/unspoken-passages'
import type { UnwrittenPassage } from '#core/align/unwritten-passages'
import type { Player } from '../../sound/player/player.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { Loading } from '../../ui/loading.tsx'
import { useSay } from '../../ui/words.tsx'
import type { EditorStore } from '../editor-store.ts'
import styles from './aligned-panel.module.css'
import type { AlignedPassages } from './use-aligned-passages.ts'

export interface AlignedPanelProps {
  readonly player: Player
  readonly store: EditorStore
  readonly passages: AlignedPassages
}

/** The parts of an aligned text that were not spoken, and speech that it lacks; a click moves there. */
export function AlignedPanel({ player, store, passages }: AlignedPanelProps) {
  const say = useSay()
  const panel = useRef<HTMLDivElement>(null)
  const { fileName, unspoken, unwritten, isGone, error, act } = passages
  const change = (make: Parameters<AlignedPassages['act']>[0]): void => {
    act(make)
    keepFocus(panel.current)
  }
  const goToWords = ({ fromWordId, toWordId, startMs }: UnspokenPassage): void => {
    if (!player.state.playing) player.seek(startMs)
    // A selection is visible only while the text has the focus.
    store.getState().surface?.selectWords(fromWordId, toWordId, { focus: true })
  }
  const playSpeech = ({ startMs, endMs }: UnwrittenPassage): void => {
    store.getState().surface?.goToTime(startMs)
    player.playSpan({ startMs, endMs })
  }
  const name = (what: string, text: string): string => say('aligned.act', { act: what, text })
  return (
    <div ref={panel} tabIndex={-1} className={styles.panel}>
      <p className={styles.lead}>{say('aligned.lead', { file: fileName })}</p>
      {error !== null && <ErrorNotice error={error} />}
      {unspoken.length > 0 && (
        <section>
          <h3>{say('aligned.unspoken', { count: unspoken.length })}</h3>
          <p className={styles.hint}>{say('aligned.unspoken.hint')}</p>
          <ul className={styles.list} aria-label={say('aligned.unspoken', { count: unspoken.length })}>
            {unspoken.map((passage) => (
              <Passage
                key={passage.markId}
                startMs={passage.startMs}
                text={passage.text}
                onGo={() => goToWords(passage)}
              >
                <Button
                  size="small"
                  aria-label={name(say('aligned.keep'), passage.text)}
                  onPress={() => change((_, newId) => keepAsSpoken(passage, newId))}
                >
                  {say('aligned.keep')}
                </Button>
                <Button
                  size="small"
                  aria-label={name(say('aligned.delete'), passage.text)}
                  onPress={() => change((transcript, newId) => deletePassage(transcript, passage, newId))}
                >
                  {say('aligned.delete')}
                </Button>
              </Passage>
            ))}
          </ul>
        </section>
      )}
      {unwritten !== null && unwritten.length > 0 && (
        <section>
          <h3>{say('aligned.unwritten', { count: unwritten.length })}</h3>
          <ul className={styles.list} aria-label={say('aligned.unwritten', { count: unwritten.length })}>
            {unwritten.map((passage) => (
              <Passage
                key={passage.words[0]?.id ?? passage.startMs}
                startMs={passage.startMs}
                text={passage.text}
                tip={say('aligned.play')}
                onGo={() => playSpeech(passage)}
              >
                <Button
                  size="small"
                  aria-label={name(say('aligned.insert'), passage.text)}
                  onPress={() => change((transcript, newId) => insertPassage(transcript, passage, newId))}
                >
                  {say('aligned.insert')}
                </Button>
              </Passage>
            ))}
          </ul>
        </section>
      )}
      {isGone && <p className={styles.hint}>{say('aligned.unwritten.gone')}</p>}
      {unwritten === null && !isGone && error === null && <Loading />}
      {unwritten?.length === 0 && unspoken.length === 0 && (
        <p className={styles.lead}>{say('aligned.agree')}</p>
      )}
    </div>
  )
}

interface PassageProps {
  readonly startMs: number
  readonly text: string
  readonly tip?: string
  readonly onGo: () => void
  /** Its actions. */
  readonly children: ReactNode
}

function Passage({ startMs, text, tip, onGo, children }: PassageProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        onClick={onGo}
        {...(tip === undefined ? {} : { title: tip })}
      >
        <time>{formatDuration(startMs)}</time>
        <q>{text}</q>
      </button>
      <div className={styles.acts}>{children}</div>
    </li>
  )
}

/** The pressed button may be removed with its row. */
function keepFocus(panel: HTMLElement | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) panel?.focus()
  })
}
