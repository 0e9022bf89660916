import type { Page } from '@playwright/test'

/** What a page under test shows instead of the system's notifications. */
export interface SentNotification {
  readonly title: string
  readonly body: string
}

interface FakeWindow {
  isWatched: boolean
  sentNotifications: EventTarget[]
}

/**
 * Replaces the system's notifications in every document that the page opens from now on; permission is
 * granted on request. A headless page always has the focus: `look` sets whether anybody sees it.
 */
export async function fakeNotifications(page: Page) {
  await page.addInitScript(() => {
    const state = Object.assign(window as unknown as FakeWindow, {
      isWatched: true,
      sentNotifications: [],
    })
    class FakeNotification extends EventTarget {
      static permission = 'default'
      static requestPermission(): Promise<string> {
        FakeNotification.permission = 'granted'
        return Promise.resolve('granted')
      }
      readonly title: string
      readonly body: string
      constructor(title: string, options: { readonly body: string }) {
        super()
        this.title = title
        this.body = options.body
        state.sentNotifications.push(this)
      }
      close(): void {
        this.dispatchEvent(new Event('close'))
      }
    }
    Object.assign(window, { Notification: FakeNotification })
    document.hasFocus = () => state.isWatched
  })
  return {
    look: (isWatched: boolean) =>
      page.evaluate((is) => {
        ;(window as unknown as FakeWindow).isWatched = is
      }, isWatched),
    sent: () =>
      page.evaluate(() =>
        (window as unknown as FakeWindow).sentNotifications.map((one) => {
          const { title, body } = one as unknown as SentNotification
          return { title, body }
        }),
      ),
    click: () =>
      page.evaluate(() =>
        (window as unknown as FakeWindow).sentNotifications.at(-1)?.dispatchEvent(new Event('click')),
      ),
  }
}
