import { measureEditorPage } from './sections/editor.ts'
console.log(await measureEditorPage({ evaldata: null, say: (l: string) => console.error(l) }, 1))
