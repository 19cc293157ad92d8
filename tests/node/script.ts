// Scripts for processes that tests of the index in a folder start.
import { type Bundle, bundleOf } from '../bundle.js'

/** Bundles a script that is named by its path from this folder. */
export const bundle = (script: string): Promise<Bundle> => bundleOf(new URL(script, import.meta.url))
