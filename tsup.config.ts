// The builds: the core, with what it uses of other packages bundled in, so that who installs it gets no further package; the
// command, which needs Node; the entry point for several threads of Node, with their script; and that for files.
import { defineConfig } from 'tsup'

// In CommonJS, where the file stands that asks.
const thisFile = "const thisFile = require('node:url').pathToFileURL(__filename).href"

export default defineConfig([
  {
    entry: { index: 'src/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    platform: 'neutral',
    target: 'es2022',
    noExternal: [/.*/],
    treeshake: true,
    esbuildOptions: (options) => {
      options.mainFields = ['module', 'main']
    },
  },
  {
    entry: { cli: 'src/node/cli.ts' },
    format: ['esm'],
    platform: 'node',
    removeNodeProtocol: false,
    target: 'node20',
    noExternal: [/.*/],
    treeshake: true,
  },
  {
    entry: { workers: 'src/node/workers.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    platform: 'node',
    removeNodeProtocol: false,
    target: 'node20',
    noExternal: [/.*/],
    treeshake: true,
    esbuildOptions: (options, { format }) => {
      if (format !== 'cjs') return
      options.define = { ...options.define, 'import.meta.url': 'thisFile' }
      options.banner = { js: thisFile }
    },
    esbuildPlugins: [
      {
        // So that there is one class of errors: the core's is loaded beside, in the same format.
        name: 'errors of the core',
        setup: (build) => {
          const core = () => (build.initialOptions.banner ? './index.cjs' : './index.js')
          build.onResolve({ filter: /\/error\.js$/ }, () => ({ path: core(), external: true }))
        },
      },
    ],
  },
  {
    entry: { node: 'src/node/node.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    platform: 'node',
    removeNodeProtocol: false,
    target: 'node20',
    noExternal: [/.*/],
    treeshake: true,
    esbuildPlugins: [
      {
        // One class of errors, and one of indexes.
        name: 'errors and index of the core',
        setup: (build) => {
          const core = () => (build.initialOptions.define?.TSUP_FORMAT === '"cjs"' ? './index.cjs' : './index.js')
          build.onResolve({ filter: /\/(?:error|story-index)\.js$/ }, () => ({ path: core(), external: true }))
        },
      },
    ],
  },
  {
    entry: { worker: 'src/node/worker.ts' },
    format: ['esm'],
    platform: 'node',
    removeNodeProtocol: false,
    target: 'node20',
    noExternal: [/.*/],
    treeshake: true,
  },
])
