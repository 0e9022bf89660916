import type { EngineRequest, EngineResult } from '#contracts/engine'
import {
  type EngineCallOptions,
  type EngineCaller,
  EngineLink,
  type EngineLinkOptions,
} from './engine-link.ts'

/**
 * Several engine processes, one per core, for work that is synchronous inside sherpa (segmentation, embeddings).
 * A call goes to the link with the fewest calls in flight.
 */
export class EnginePool implements EngineCaller {
  readonly #links: { readonly link: EngineLink; calls: number }[]

  constructor(size: number, options: Omit<EngineLinkOptions, 'parallel'>) {
    this.#links = Array.from({ length: size }, () => ({
      link: new EngineLink({ ...options, parallel: 1 }),
      calls: 0,
    }))
  }

  /** Starts every process before the first call. */
  warm(): void {
    for (const { link } of this.#links) link.warm()
  }

  async call<Request extends EngineRequest>(
    request: Request,
    options: EngineCallOptions,
  ): Promise<EngineResult<Request['kind']>> {
    const freest = this.#links.reduce((least, one) => (one.calls < least.calls ? one : least))
    freest.calls++
    try {
      return await freest.link.call(request, options)
    } finally {
      freest.calls--
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#links.map(({ link }) => link.close()))
  }
}
