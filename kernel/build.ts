// Compiles kernel/words.ts (AssemblyScript) to WebAssembly and writes it, in base64, to src/text/kernel-code.ts, which
// is checked in: run by `npm run build:kernel`. A test compares that file with what this makes.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main } from 'assemblyscript/asc'

const folder = fileURLToPath(new URL('.', import.meta.url))
export const kernelCodeFile = fileURLToPath(new URL('../src/text/kernel-code.ts', import.meta.url))

// No runtime: the kernel lays out its memory by itself.
const options = ['--runtime', 'stub', '--enable', 'simd', '--noAssert', '-O3', '--converge']

/** What src/text/kernel-code.ts must hold. */
export async function buildKernelCode(): Promise<string> {
  let code: Uint8Array | undefined
  const { error, stderr } = await main(['words.ts', ...options, '--baseDir', folder, '--outFile', 'words.wasm'], {
    writeFile: (name, contents) => {
      if (name === 'words.wasm' && typeof contents !== 'string') code = contents
    },
  })
  if (error || !code) throw new Error(`kernel/words.ts does not compile\n${stderr.toString()}`)
  return `// Made from kernel/words.ts by \`npm run build:kernel\`, not to be edited: WebAssembly of ${code.length} bytes, in base64.
export const kernelCode =
  '${Buffer.from(code).toString('base64')}'
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(kernelCodeFile, await buildKernelCode())
