import { useLayoutEffect, useRef } from 'react'
import { Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './slider.module.css'

export interface SliderProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly onChange: (value: number) => void
  /** Called once, on release. */
  readonly onChangeEnd?: (value: number) => void
  /** Format of the value for screen readers. */
  readonly format?: Intl.NumberFormatOptions
  /** The value in words, where a number with a unit does not say it. */
  readonly valueText?: string
  readonly disabled?: boolean
  /** Upright, as high as its surroundings. */
  readonly isVertical?: boolean
  readonly className?: string | undefined
}

export function Slider({
  label,
  value,
  min,
  max,
  step,
  onChange,
  onChangeEnd,
  format,
  valueText,
  disabled = false,
  isVertical = false,
  className,
}: SliderProps) {
  const input = useRef<HTMLInputElement>(null)
  // The slider's own text is always a formatted number.
  useLayoutEffect(() => {
    if (valueText !== undefined) input.current?.setAttribute('aria-valuetext', valueText)
  })
  return (
    <AriaSlider
      className={classNames(styles.slider, className)}
      aria-label={label}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={disabled}
      orientation={isVertical ? 'vertical' : 'horizontal'}
      onChange={onChange}
      {...(onChangeEnd ? { onChangeEnd } : {})}
      {...(format ? { formatOptions: format } : {})}
    >
      <SliderTrack className={styles.track ?? ''}>
        <SliderThumb className={styles.thumb ?? ''} inputRef={input} />
      </SliderTrack>
    </AriaSlider>
  )
}
