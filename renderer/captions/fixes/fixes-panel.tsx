import { useCallback, useEffect, useState } from 'react'
import type { Cue } from '#core/captions/cues'
import type { CueContext } from '#core/captions/edits/cue-context'
import type { Edit } from '#core/edits/edit'
import { problemKinds } from '#core/captions/problems/problem-kinds'
import type { ReadingSpeed } from '#core/captions/costs/reading-speed'
import { tooFastSpeech } from '#core/captions/fixes/spoken-speed'
import { wordOrder } from '#core/captions/edits/word-order'
import { fixChoices, type FixKind } from '#core/captions/fixes/fix-choices'
import { OpenItem } from '../../check/open-item.tsx'
import type { ItemAct, ItemChoice } from '../../editor/check-item.ts'
import { useKeyActions } from '../../keys/use-key-actions.ts'
import { useUntilNextKey } from '../../keys/use-until-next-key.ts'
import type { Player } from '../../sound/player/player.ts'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { FIX_STEP } from '../caption-steps.ts'
import type { ShownCues } from '../cues/cue-store.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { fixWords, speedText, speedWords } from './fix-words.ts'
import styles from './fixes.module.css'
import { useFixChoices } from './use-fix-choices.ts'

export interface FixesPanelProps {
  readonly editor: CaptionEditor
  readonly player: Player
  readonly list: Pick<ShownCues, 'rules' | 'problems'>
  /** The caption being edited, else the current one. */
  readonly cue: Cue
  /** Opens the caption's own wording. */
  readonly onShorterWording: (cue: Cue) => void
  /** Goes to the next or previous caption that breaks a rule. */
  readonly onStep: (step: 1 | -1) => void
  /** It was opened to make a fix. */
  readonly startsFocused?: boolean
}

interface FixAct extends ItemAct {
  run(): void
}

/**
 * A caption that breaks a rule, as an item to check: Enter or a digit makes a fix, each with its result; F9 moves the
 * focus there. Empty for a caption without problems.
 */
export function FixesPanel(props: FixesPanelProps) {
  const { editor, player, list, cue, onShorterWording, onStep, startsFocused = false } = props
  const say = useSay()
  const language = useLanguage()
  const choices = useFixChoices(editor, list, cue)
  // A key in a caption does not look words up.
  const spoken = choices?.length === 0 ? spokenTooFast(editor, list, cue) : null
  const [wantsFocus, setWantsFocus] = useState(startsFocused)
  // The key may be pressed before the fixes are found, or before the caption that another key moved to is shown.
  useKeyActions<'caption-fixes'>({ 'caption-fixes': () => setWantsFocus(true) })
  useUntilNextKey(wantsFocus, () => setWantsFocus(false))
  const onFocused = useCallback(() => setWantsFocus(false), [])
  const onLost = useCallback(() => {
    // A key that leads to another caption has moved the focus into its text.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) setWantsFocus(true)
    })
  }, [])

  // Without problems there is no item: typing goes on in the caption.
  const hasProblem = list.problems.has(cue.index)
  useEffect(() => {
    if (hasProblem || !wantsFocus) return undefined
    if (document.activeElement === document.body) editor.edit(cue.index)
    const frame = requestAnimationFrame(() => setWantsFocus(false))
    return () => cancelAnimationFrame(frame)
  }, [hasProblem, wantsFocus, cue.index, editor])
  if (!hasProblem) return null

  const fix = (kind: FixKind) => (): void => {
    const edits = (context: CueContext, { index }: Cue): readonly Edit[] =>
      fixChoices(context, index).find((choice) => choice.kind === kind)?.edits ?? []
    editor.run(cue.index, edits, { stepId: FIX_STEP + editor.context().newId() })
  }
  const step = (way: 1 | -1): void => {
    onStep(way)
    setWantsFocus(true)
  }
  const leave: FixAct = { label: say('captions.fixes.leave'), run: () => step(1) }
  const acts = [
    ...(choices ?? []).map((choice) => ({
      id: choice.kind as string,
      label: fixWords(choice, say, language),
      figure: { text: speedWords(choice.result, list.rules, say, language), isGood: choice.isEnough },
      run: fix(choice.kind),
    })),
    {
      id: 'wording',
      label: say('captions.fixes.wording'),
      figure: { text: say('captions.fixes.text-stays'), isGood: false },
      run: () => onShorterWording(cue),
    },
  ].map((act, index): ItemChoice<FixAct> => (index < 9 ? { ...act, key: String(index + 1) } : act))
  const [likeliest] = choices?.length === 0 ? [] : acts
  const title = say('captions.fixes', { number: cue.index + 1 })
  const text = cue.lines.map((line) => line.text).join(' ')
  return (
    <section className={styles.fixes} aria-label={title}>
      <ol>
        {choices !== null && (
          <OpenItem<FixAct>
            shown={{
              why: [title],
              text,
              name: `${title}: ${text}`,
              lines: [],
              ...(choices.length > 0 ? {} : { grounds: [noneWords(spoken)] }),
              ...(likeliest === undefined
                ? { accept: leave, choices: acts }
                : { accept: likeliest, keep: leave, choices: acts.slice(1) }),
            }}
            startMs={cue.startMs}
            wantsFocus={wantsFocus}
            onFocused={onFocused}
            onLost={onLost}
            onPlay={() => player.playSpan({ startMs: cue.startMs, endMs: cue.endMs })}
            onAct={(act) => act.run()}
            onType={null}
            onDone={null}
            onStep={step}
          />
        )}
      </ol>
    </section>
  )

  function noneWords(speed: ReadingSpeed | null): string {
    return speed === null
      ? say('captions.fixes.none')
      : say('captions.fixes.spoken', { speed: speedText(speed, say, language) })
  }
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
