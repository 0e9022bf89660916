import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './toast.module.css'
import { useSay } from './words.tsx'

export interface ToastMessage {
  readonly text: string
  /** What to do, in smaller type below. */
  readonly remedy?: string | undefined
  readonly tone?: 'plain' | 'done' | 'error'
  readonly action?: { readonly label: string; readonly run: () => void }
  /** It stays until it is closed, as something is to be decided. */
  readonly stays?: boolean
}

const SHOWN_MS = 8_000

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

/** Short messages at the bottom, above the page. */
export const toast = {
  /**
   * Disappears after 8 s, but not while hovered or focused; an error stays until it is closed, as does a decision.
   * @returns the function that closes it
   */
  show(message: ToastMessage): () => void {
    const stays = message.tone === 'error' || message.stays === true
    const key = queue.add(message, stays ? {} : { timeout: SHOWN_MS })
    return () => queue.close(key)
  },
  clear(): void {
    queue.clear()
  },
}

/** Distance in px between toasts and what is above and below them: twice --s3. */
const MARGIN_PX = 24

/** Publishes the total height of all toasts: screens and dialogs leave room for them, so that they cover nothing. */
function measureHeight(region: HTMLElement | null): (() => void) | undefined {
  if (region === null) return undefined
  const { style } = document.documentElement
  const observer = new ResizeObserver(() =>
    style.setProperty('--toasts-height', `${region.offsetHeight + MARGIN_PX}px`),
  )
  observer.observe(region)
  return () => {
    observer.disconnect()
    style.removeProperty('--toasts-height')
  }
}

/** The container of all toasts; one per page. */
export function Toasts() {
  const say = useSay()
  return (
    <ToastRegion
      ref={measureHeight}
      queue={queue}
      className={styles.region ?? ''}
      aria-label={say('shell.toasts')}
    >
      {({ toast: shown }) => {
        const { text, remedy, tone = 'plain', action } = shown.content
        return (
          <AriaToast toast={shown} className={classNames(styles.toast, tone !== 'plain' && styles[tone])}>
            {tone !== 'plain' && <Icon name={tone === 'error' ? 'warn' : 'check'} />}
            <ToastContent className={styles.content}>
              <Text slot="title">{text}</Text>
              {remedy !== undefined && (
                <Text slot="description" className={styles.remedy ?? ''}>
                  {remedy}
                </Text>
              )}
            </ToastContent>
            {action && (
              <Button
                variant="line"
                size="small"
                onPress={() => {
                  queue.close(shown.key)
                  action.run()
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton
              icon="x"
              size="small"
              label={say('shell.close')}
              tipPlacement="top"
              onPress={() => queue.close(shown.key)}
            />
          </AriaToast>
        )
      }}
    </ToastRegion>
  )
}
