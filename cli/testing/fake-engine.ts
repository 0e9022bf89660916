import { fileURLToPath, pathToFileURL } from 'node:url'

const hook = pathToFileURL(fileURLToPath(new URL('./use-fake-engine.ts', import.meta.url))).href

/** For a command whose words do not matter: its engines are processes like any, but have no models. */
export const withoutModels: Readonly<Record<string, string>> = {
  NODE_OPTIONS: `--import=${hook} --disable-warning=ExperimentalWarning`,
}
