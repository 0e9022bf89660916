import { type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { Cue } from '#core/captions/cues'
import type { ReadingSpeed } from '#core/captions/costs/reading-speed'
import { wordOrder } from '#core/captions/edits/word-order'
import { type FixKind, fixChoices } from '#core/captions/fixes/fix-choices'
import { tooFastSpeech } from '#core/captions/fixes/spoken-speed'
import { problemKinds } from '#core/captions/problems/problem-kinds'
import type { CueContext } from '#core/captions/edits/cue-context'
import type { Edit } from '#core/edits/edit'
import { digitOf } from '../../keys/key-of.ts'
import { useKeyActions, useShownKey } from '../../keys/use-key-actions.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { FIX_STEP } from '../caption-steps.ts'
import type { ShownCues } from '../cues/cue-store.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { fixWords, speedText, speedWords } from './fix-words.ts'
import styles from './fixes.module.css'
import { useFixChoices } from './use-fix-choices.ts'

export interface FixesPanelProps {
  readonly editor: CaptionEditor
  readonly list: Pick<ShownCues, 'rules' | 'problems'>
  /** The caption being edited, else the current one. */
  readonly cue: Cue
  /** Opens the caption's own wording; omitted if it cannot be edited. */
  readonly onShorterWording?: (cue: Cue) => void
}

/**
 * The fixes of one caption with their results; F9 moves the focus there, digits choose. Empty for one without
 * problems.
 */
export function FixesPanel({ editor, list, cue, onShorterWording }: FixesPanelProps) {
  const say = useSay()
  const language = useLanguage()
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  const key = useShownKey('caption-fixes')
  const choices = useFixChoices(editor, list, cue)
  // A key in a caption does not look words up.
  const spoken = choices?.length === 0 ? spokenTooFast(editor, list, cue) : null
  const askedForRef = useAskedFor()
  useKeyActions<'caption-fixes'>({
    'caption-fixes': () => {
      askedForRef.current = true
      focusFirst(panel.current)
    },
  })
  // The key may be pressed before the fixes are found, or before the caption that another key moved to is
  // shown.
  useEffect(() => {
    if (choices === null) return
    if (askedForRef.current || document.activeElement === panel.current) focusFirst(panel.current)
  }, [choices, askedForRef])

  // Without problems there is no panel: typing goes on in the caption.
  const hasChosen = useRef(false)
  const hasProblem = list.problems.has(cue.index)
  useEffect(() => {
    if (hasProblem || !hasChosen.current) return
    hasChosen.current = false
    if (document.activeElement === document.body) editor.edit(cue.index)
  }, [hasProblem, cue.index, editor])

  const choose = (kind: FixKind): void => {
    const edits = (context: CueContext, { index }: Cue): readonly Edit[] =>
      fixChoices(context, index).find((choice) => choice.kind === kind)?.edits ?? []
    editor.run(cue.index, edits, { stepId: FIX_STEP + editor.context().newId() })
    // The pressed button may no longer exist, nor the panel a moment later.
    panel.current?.focus()
    hasChosen.current = true
  }
  const buttons = [
    ...(choices ?? []).map((choice) => ({
      id: choice.kind as string,
      words: fixWords(choice, say, language),
      result: speedWords(choice.result, list.rules, say, language),
      isEnough: choice.isEnough,
      run: () => choose(choice.kind),
    })),
    // Its digit is only known once the fixes before it are found.
    ...(onShorterWording === undefined || choices === null
      ? []
      : [
          {
            id: 'wording',
            words: say('captions.fixes.wording'),
            result: say('captions.fixes.text-stays'),
            isEnough: false,
            run: () => onShorterWording(cue),
          },
        ]),
  ]
  useDigits(panel, (digit) => buttons[digit - 1]?.run())
  if (!hasProblem) return null
  return (
    <section ref={panel} tabIndex={-1} className={styles.fixes} aria-labelledby={id}>
      <h2 id={id}>
        {say('captions.fixes', { number: cue.index + 1 })} {key !== undefined && <kbd>{key}</kbd>}
      </h2>
      {choices?.length === 0 && (
        <p className={styles.none}>
          {spoken === null
            ? say('captions.fixes.none')
            : say('captions.fixes.spoken', { speed: speedText(spoken, say, language) })}
        </p>
      )}
      <ol>
        {buttons.map((button, place) => (
          <li key={button.id}>
            <button type="button" onClick={button.run}>
              <kbd>{place < 9 ? place + 1 : ''}</kbd>
              <span>{button.words}</span>
              <span className={classNames(styles.to, button.isEnough && styles.good)} data-figures>
                {button.result}
              </span>
              <span className={styles.good}>
                {button.isEnough && (
                  <>
                    <Icon name="check" small />
                    <VisuallyHidden>{say('captions.fixes.enough')}</VisuallyHidden>
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Null if the problem is not that its speech is faster than the rules. */
function spokenTooFast(
  editor: CaptionEditor,
  { problems, rules }: FixesPanelProps['list'],
  cue: Cue,
): ReadingSpeed | null {
  const isFast = problems.get(cue.index)?.some(({ kind }) => problemKinds[kind].about === 'speed') === true
  return isFast ? tooFastSpeech(cue, wordOrder(editor.context().transcript), rules) : null
}

/** True until another key or button is pressed. */
function useAskedFor(): RefObject<boolean> {
  const askedForRef = useRef(false)
  useEffect(() => {
    const controller = new AbortController()
    for (const event of ['keydown', 'pointerdown'])
      window.addEventListener(event, () => (askedForRef.current = false), {
        capture: true,
        signal: controller.signal,
      })
    return () => controller.abort()
  }, [])
  return askedForRef
}

function focusFirst(panel: HTMLElement | null): void {
  const target = panel?.querySelector<HTMLElement>('button') ?? panel
  target?.focus()
}

/** Digits choose while the focus is in the panel. */
function useDigits(panel: RefObject<HTMLElement | null>, choose: (digit: number) => void): void {
  const current = useRef(choose)
  useLayoutEffect(() => {
    current.current = choose
  })
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const digit = digitOf(event)
      if (digit === null || digit === 0) return
      if (panel.current?.contains(document.activeElement) !== true) return
      event.preventDefault()
      current.current(digit)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [panel])
}
