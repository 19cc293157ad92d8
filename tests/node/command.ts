// The command, built from the sources at hand, for tests that run it.
import { type Bundle, bundleOf } from '../bundle.js'

export const buildCommand = (): Promise<Bundle> => bundleOf(new URL('../../src/node/cli.ts', import.meta.url))
