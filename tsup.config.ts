// Two builds: the core, with what it uses of other packages bundled in, so that who installs it gets no further package; and
// the command, which needs Node.
import { defineConfig } from 'tsup'

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
])
