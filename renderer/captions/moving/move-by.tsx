import { formatDecimals } from '#core/notation/numbers'
import type { Cue } from '#core/captions/cues'
import { frameBegin } from '#core/frames/frame-grid'
import type { FrameGrid } from '#core/frames/video-frames'
import type { Player } from '../../sound/player/player.ts'
import { Button } from '../../ui/button.tsx'
import { NumberStepper } from '../../ui/number-stepper.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useLanguage, useLocale, useSay } from '../../ui/words.tsx'
import { unquoted } from '../editing/edge-words.ts'
import { amountText, filmRates, type MoveChoices, type MovedPoint, type WrongChoice } from './move-choices.ts'
import styles from './moving.module.css'

export type ChangeChoices = (patch: Partial<MoveChoices>) => void

export interface MoveByProps {
  readonly choices: MoveChoices
  readonly cues: readonly Cue[]
  readonly player: Player
  readonly here: number
  readonly frames: FrameGrid | null
  readonly clock: (ms: number) => string
  readonly wrong: WrongChoice | null
  readonly onChange: ChangeChoices
  readonly onEnter: () => void
}

/** How captions move: by an amount, by where two of them belong, or from one frame rate to another. */
export function MoveBy(props: MoveByProps) {
  const { choices, onChange } = props
  const say = useSay()
  return (
    <div className={styles.group}>
      <Segmented
        label={say('captions.move.by')}
        chosen={choices.by}
        choices={[
          { id: 'amount', label: say('captions.move.by.amount') },
          { id: 'points', label: say('captions.move.by.points') },
          { id: 'rates', label: say('captions.move.by.rates') },
        ]}
        onChoose={(by) => onChange({ by })}
      />
      {choices.by === 'amount' && <Amount {...props} />}
      {choices.by === 'points' && <Points {...props} />}
      {choices.by === 'rates' && <Rates {...props} />}
    </div>
  )
}

/** The playhead, or the start of the frame that is on the screen there. */
function playheadMs({ player, frames }: Pick<MoveByProps, 'player' | 'frames'>): number {
  return frames === null ? Math.round(player.positionMs) : frameBegin(player.positionMs, frames)
}

function Amount(props: MoveByProps) {
  const { choices, cues, here, frames, wrong, onChange, onEnter } = props
  const say = useSay()
  const language = useLanguage()
  const from = cues[choices.which === 'range' ? choices.first - 1 : here]
  const hint = frames === null ? 'captions.move.amount.hint' : 'captions.move.amount.hint.frames'
  const told = frames === null ? 'captions.move.amount.wrong' : 'captions.move.amount.wrong.frames'
  return (
    <div className={styles.row}>
      <TextField
        className={styles.field}
        label={say('captions.move.amount')}
        showLabel
        takesFocus
        value={choices.amount}
        onChange={(amount) => onChange({ amount })}
        onEnter={onEnter}
        hint={say(hint)}
        error={wrong === 'amount' ? say(told) : null}
      />
      {from !== undefined && (
        <Button
          onPress={() =>
            onChange({
              amount: amountText(playheadMs(props) - from.startMs, frames, language === 'fr' ? 'i' : 'f'),
            })
          }
        >
          {say('captions.move.amount.to-playhead', { number: from.index + 1 })}
        </Button>
      )}
    </div>
  )
}

function Points(props: MoveByProps) {
  const { choices, cues, clock, wrong, onChange, onEnter } = props
  const say = useSay()
  const set = (at: number, point: MovedPoint): void => {
    const [one, other] = choices.points
    onChange({ points: at === 0 ? [point, other] : [one, point] })
  }
  return (
    <>
      {choices.points.map((point, at) => (
        // Their places never change.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles.row}>
          <span>{say('captions.move.point')}</span>
          <NumberStepper
            label={say('captions.move.point')}
            value={point.number}
            min={1}
            max={cues.length}
            onChange={(number) => set(at, { number, typed: clock(cues[number - 1]?.startMs ?? 0) })}
          />
          <span>{say('captions.move.point.start')}</span>
          <TextField
            className={styles.time}
            label={say('captions.move.point.start')}
            value={point.typed}
            onChange={(typed) => set(at, { ...point, typed })}
            onEnter={onEnter}
          />
          <Button onPress={() => set(at, { ...point, typed: clock(playheadMs(props)) })}>
            {say('captions.move.point.playhead')}
          </Button>
          <q className={styles.text}>{textOf(cues[point.number - 1])}</q>
        </div>
      ))}
      {wrong === 'points' && (
        <p className={styles.wrong} role="alert">
          {say('captions.move.points.wrong')}
        </p>
      )}
    </>
  )
}

const textOf = (cue: Cue | undefined): string => unquoted(cue?.lines.map(({ text }) => text).join(' ') ?? '')

function Rates({ choices, wrong, onChange }: MoveByProps) {
  const say = useSay()
  const locale = useLocale()
  const list = filmRates.map((rate) => ({
    id: String(rate),
    label: say('captions.move.rates.rate', { rate: formatDecimals(rate, locale, 3) }),
  }))
  const [from, to] = choices.rates
  return (
    <>
      <div className={styles.row}>
        <Select
          label={say('captions.move.rates.from')}
          showLabel
          choices={list}
          chosen={String(from)}
          onChoose={(rate) => onChange({ rates: [Number(rate), to] })}
        />
        <Select
          label={say('captions.move.rates.to')}
          showLabel
          choices={list}
          chosen={String(to)}
          onChoose={(rate) => onChange({ rates: [from, Number(rate)] })}
        />
      </div>
      {wrong === 'rates' && (
        <p className={styles.wrong} role="alert">
          {say('captions.move.rates.same')}
        </p>
      )}
    </>
  )
}
