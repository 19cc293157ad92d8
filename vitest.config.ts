// Tests run as vitest runs them; the examples, which import the package by its name, get the sources at hand.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: [{ find: /^wirecopy$/, replacement: fileURLToPath(new URL('src/index.ts', import.meta.url)) }],
  },
  // Property tests and floods take seconds, and twice as long on a busy machine; what has to be fast has a bound of its own.
  test: { testTimeout: 30_000 },
})
