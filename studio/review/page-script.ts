import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ReviewPageOptions } from '#core/review/review-page'
import { resourcesFolder } from '../processes/resources-folder.ts'

/** The script of review pages, made of `renderer/review-page` (`scripts/review-page.test.ts`). */
export async function readPageScript(): Promise<ReviewPageOptions['script']> {
  const code = await readFile(path.join(resourcesFolder(), 'review-page', 'page.js'), 'utf8')
  return { code, sha256: createHash('sha256').update(code).digest('base64') }
}
