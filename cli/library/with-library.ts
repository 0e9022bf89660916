import type { OpenedStudio } from './open-and-report.ts'

/** Opens the library for `work` and closes it afterwards. */
export async function withLibrary(
  { openLibrary }: { readonly openLibrary: () => Promise<OpenedStudio> },
  work: (studio: OpenedStudio) => Promise<number>,
): Promise<number> {
  const studio = await openLibrary()
  try {
    return await work(studio)
  } finally {
    await studio.close()
  }
}
