// Checks the package as who installs it gets it: builds and packs it, lints the tarball, installs it into an empty
// project and uses it from there. Prints a line a check; exits 1 when one fails. Run by `npm run check:package`.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import ts from 'typescript'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly files?: readonly string[]
  readonly scripts?: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const temporary = mkdtempSync(join(tmpdir(), 'wirecopy-package-'))
const project = join(temporary, 'project')
const modules = join(project, 'node_modules')
const installed = join(modules, 'wirecopy')
const tools = join(root, 'node_modules')
const mostBytes = 5_000_000

const text = [
  'PORT ALDER (Reuters) - The night ferry between Port Alder and the outer islands will sail again from Monday after',
  'a pause of six weeks, the harbour board said. Divers found no damage to the hull when they looked at it on Friday,',
  'and the crew of 14 has finished its drills. Tickets bought for the cancelled crossings stay valid until the end of',
  'October, and islanders who moved their cars to the mainland may bring them home free of charge.',
].join(' ')
const articles = [
  { id: 'a', outlet: 'Alder Courier', text },
  { id: 'b', outlet: 'Island Post', text: text.replace('said', 'says').replace('the end of October', 'October 31') },
]
const outlets = 'Alder Courier, Island Post'
// More, for several threads to share: each is carried by two outlets.
const more = Array.from({ length: 60 }, (_, i) => ({
  id: `m${i}`,
  outlet: `Outlet ${i % 9}`,
  text: `${text.replaceAll('Alder', `Alder ${i >> 1}`).replace('14', `${20 + (i >> 1)}`)}${i % 2 ? ' More follows.' : ''}`,
}))

let passed = 0
let failed = 0

/** Runs one check and prints its line. A check fails by throwing; what it returns is added to its line. */
function check(name: string, run: () => string | undefined): void {
  try {
    const note = run()
    passed++
    console.log(`ok    ${name}${note ? `: ${note}` : ''}`)
  } catch (error) {
    failed++
    console.log(`FAIL  ${name}\n${String(error instanceof Error ? error.message : error).replace(/^/gm, '      ')}`)
  }
}

/** Runs a program to its end and gives what it printed; where it fails, throws what it printed. */
function run(folder: string, program: string, ...args: readonly string[]): string {
  try {
    return execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string }
    throw new Error(`${message.split('\n')[0]}\n${stdout}${stderr}`.trim())
  }
}

const node = (folder: string, ...args: readonly string[]) => run(folder, process.execPath, ...args)
const readJson = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T
const distFiles = (pattern: RegExp) => readdirSync(join(installed, 'dist')).filter((name) => pattern.test(name))
const readDist = (name: string) => readFileSync(join(installed, 'dist', name), 'utf8')

/** Every file below a folder, with its size. */
function filesBelow(folder: string): { path: string; bytes: number }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [{ path, bytes: lstatSync(path).size }]
  })
}

/** What a file imports, requires or re-exports. */
const importsOf = (name: string) =>
  ts.preProcessFile(readDist(name), true, true).importedFiles.map((file) => file.fileName)

/** The packages whose modules the bundler put into a file, by the comments that it leaves above each. */
const bundledIn = (name: string) =>
  [...readDist(name).matchAll(/^\/\/ (?:\S*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map((m) => m[1])

const oneSpaced = (words: string) => words.replace(/\s+/g, ' ').trim()

function packageIn(folder: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  assert.equal(names.length, 1, `expected one tarball, found ${names.join(', ') || 'none'}`)
  return join(folder, names[0] ?? '')
}

function checkTarball(): void {
  check('builds', () => void run(root, 'npm', 'run', '--silent', 'build'))
  check('packs', () => {
    run(root, 'npm', 'pack', '--ignore-scripts', '--pack-destination', temporary)
    return `${Math.round(lstatSync(packageIn(temporary)).size / 1000)} KB`
  })
  check('publint', () => void node(root, join(tools, 'publint/src/cli.js'), 'run', packageIn(temporary), '--strict'))
  check('are the types wrong', () => {
    node(
      root,
      join(tools, '@arethetypeswrong/cli/dist/index.js'),
      packageIn(temporary),
      '--format',
      'ascii',
      '--no-color',
    )
    return undefined
  })
}

function checkInstalled(): void {
  check('installs into an empty project', () => {
    mkdirSync(project)
    writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'reader', private: true, type: 'module' }))
    run(project, 'npm', 'install', '--ignore-scripts=false', '--no-audit', '--no-fund', packageIn(temporary))
    return undefined
  })
  check('installed size under 5 MB', () => {
    const bytes = filesBelow(modules).reduce((sum, file) => sum + file.bytes, 0)
    assert.ok(bytes < mostBytes, `${bytes} bytes`)
    return `${(bytes / 1e6).toFixed(2)} MB`
  })
  check('installs no other package', () => {
    assert.deepEqual(readdirSync(modules).sort(), ['.bin', '.package-lock.json', 'wirecopy'])
    assert.ok(!existsSync(join(installed, 'node_modules')), 'wirecopy has a node_modules of its own')
    return undefined
  })
  check('no install scripts', () => {
    const { scripts = {} } = readJson<Manifest>(join(installed, 'package.json'))
    for (const name of ['preinstall', 'install', 'postinstall']) assert.ok(!(name in scripts), `has ${name}`)
    return undefined
  })
  check('no native code', () => {
    const native = filesBelow(modules).filter(({ path }) => /\.node$|binding\.gyp$/.test(path))
    assert.deepEqual(native, [])
    return undefined
  })
  check('no dependencies', () => {
    const manifest = readJson<Manifest>(join(installed, 'package.json'))
    for (const kind of [
      'dependencies',
      'optionalDependencies',
      'peerDependencies',
      'bundledDependencies',
      'bundleDependencies',
    ])
      assert.equal(manifest[kind], undefined, `has ${kind}`)
    return undefined
  })
  check('holds the files that package.json names, and no others', () => {
    const named = readJson<Manifest>(join(installed, 'package.json')).files ?? []
    assert.deepEqual(readdirSync(installed).sort(), [...named, 'package.json'].sort())
    return `${filesBelow(installed).length} files`
  })
  check('LICENSES.md lists the bundled packages and their licences', () => {
    const bundled = [...new Set(distFiles(/\.c?js$/).flatMap(bundledIn))].sort()
    assert.ok(bundled.length > 0, 'no comment of the bundler names a package')
    const licences = readFileSync(join(installed, 'LICENSES.md'), 'utf8')
    const versions = bundled.map((name) => `${name} ${readJson<Manifest>(join(tools, `${name}/package.json`)).version}`)
    assert.deepEqual([...licences.matchAll(/^## (.*)$/gm)].map((m) => m[1]).sort(), versions)
    for (const name of bundled) {
      const folder = join(tools, `${name}`)
      const own = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file))
      assert.ok(own.length > 0, `${name} carries no licence`)
      for (const file of own)
        assert.ok(
          oneSpaced(licences).includes(oneSpaced(readFileSync(join(folder, file), 'utf8'))),
          `lacks ${name}/${file}`,
        )
    }
    return versions.join(', ')
  })
}

/** The same few lines in each of the three languages. */
function consumer(load: string): string {
  return `${load}
const { clusters } = clusterArticles(${JSON.stringify(articles)})
console.log(clusters.flatMap((cluster) => cluster.copies.map((copy) => copy.outlet)).join(', '))
`
}

function checkUse(): void {
  const write = (name: string, content: string) => writeFileSync(join(project, name), content)
  const prints = (file: string) => assert.equal(node(project, file).trim(), outlets)
  check('imports from ESM', () => {
    write('use.mjs', consumer("import { clusterArticles } from 'wirecopy'"))
    prints('use.mjs')
    return undefined
  })
  check('requires from CJS', () => {
    write('use.cjs', consumer("const { clusterArticles } = require('wirecopy')"))
    prints('use.cjs')
    return undefined
  })
  for (const [name, load] of [
    ['ESM', "import { clusterArticles, WirecopyError } from 'wirecopy'\nimport * as threads from 'wirecopy/workers'"],
    [
      'CJS',
      "const { clusterArticles, WirecopyError } = require('wirecopy')\nconst threads = require('wirecopy/workers')",
    ],
  ] as const)
    check(`clusters in several threads from ${name}`, () => {
      const file = name === 'ESM' ? 'threads.mjs' : 'threads.cjs'
      write(
        file,
        `${load}
const articles = ${JSON.stringify([...articles, ...more])}
const { clusterArticlesInWorkers } = threads
async function run() {
  const result = JSON.stringify(await clusterArticlesInWorkers(articles, { workers: 2 }))
  const failure = await clusterArticlesInWorkers([{}]).catch((error) => error)
  console.log(result === JSON.stringify(clusterArticles(articles)), failure instanceof WirecopyError)
}
run()
`,
      )
      assert.equal(node(project, file).trim(), 'true true')
      return undefined
    })
  for (const [file, load] of [
    [
      'folder.mjs',
      "import { StoryIndex, WirecopyError } from 'wirecopy'\nimport { FileStoryIndex } from 'wirecopy/node'",
    ],
    [
      'folder.cjs',
      "const { StoryIndex, WirecopyError } = require('wirecopy')\nconst { FileStoryIndex } = require('wirecopy/node')",
    ],
  ] as const)
    check(`keeps an index in a folder from ${file.endsWith('mjs') ? 'ESM' : 'CJS'}`, () => {
      write(
        file,
        `${load}
const articles = ${JSON.stringify(articles)}
const first = FileStoryIndex.open(${JSON.stringify(`${file}-stories`)})
for (const article of articles) first.add(article)
first.snapshot()
first.close()
const index = FileStoryIndex.open(${JSON.stringify(`${file}-stories`)})
let failure
try { index.add(articles[0]) } catch (error) { failure = error }
console.log(index.clusters()[0].outlets.join(', '), failure instanceof WirecopyError)
`,
      )
      // It ends though the folder is open.
      assert.equal(node(project, file).trim(), `${outlets} true`)
      return undefined
    })
  for (const [moduleResolution, module, files] of [
    ['bundler', 'esnext', ['use.ts']],
    ['node16', 'node16', ['use.ts', 'use-cjs.cts']],
  ] as const)
    check(`type-checks and runs from TypeScript, moduleResolution ${moduleResolution}`, () => {
      // Neither Node's types nor the browser's are loaded: the library's must do without, and console is declared here.
      const load = `import { type Cluster, clusterArticles } from 'wirecopy'
import { FileStoryIndex } from 'wirecopy/node'
import { clusterArticlesInWorkers } from 'wirecopy/workers'
export const openFolder = (folder: string): readonly Cluster[] => FileStoryIndex.open(folder, { sync: 'never' }).clusters()
export const inWorkers: Promise<{ readonly clusters: readonly Cluster[] }> = clusterArticlesInWorkers([], { workers: 2 })
declare const console: { log(line: string): void }
export const outletsOf = (cluster: Cluster): readonly string[] => cluster.copies.map(({ outlet }) => outlet)`
      for (const file of files) write(file, consumer(load))
      const target = { target: 'es2022', lib: ['es2022'], types: [], outDir: moduleResolution }
      const compilerOptions = { ...target, strict: true, exactOptionalPropertyTypes: true, module, moduleResolution }
      write('tsconfig.json', JSON.stringify({ compilerOptions, files }))
      node(project, join(tools, 'typescript/bin/tsc'))
      for (const file of files) prints(join(moduleResolution, file.replace(/ts$/, 'js')))
      return undefined
    })
  check('the command runs', () => {
    write('articles.jsonl', articles.map((article) => `${JSON.stringify(article)}\n`).join(''))
    const command = join(modules, '.bin/wirecopy')
    const { version } = readJson<Manifest>(join(root, 'package.json'))
    assert.equal(run(project, command, '--version').trim(), version)
    const report = run(project, command, 'cluster', 'articles.jsonl')
    for (const { outlet } of articles) assert.ok(report.includes(outlet), `the report lacks ${outlet}`)
    const result = JSON.parse(run(project, command, 'cluster', 'articles.jsonl', '--json')) as { clusters: unknown[] }
    assert.equal(result.clusters.length, 1)
    assert.match(run(project, command, 'watch', '--once', 'articles.jsonl'), /^NEW STORY Reuters: /)
    return undefined
  })
}

function checkPurity(): void {
  check('the core loads no module', () => {
    const core = distFiles(/^index\./)
    assert.deepEqual(core, ['index.cjs', 'index.d.cts', 'index.d.ts', 'index.js'])
    for (const name of core) assert.deepEqual(importsOf(name), [], name)
    return undefined
  })
  check('the command loads only modules of Node', () => {
    const loaded = importsOf('cli.js')
    assert.deepEqual(
      loaded.filter((name) => !builtinModules.includes(name.replace(/^node:/, ''))),
      [],
    )
    return [...new Set(loaded)].sort().join(', ')
  })
  for (const [what, files] of [
    ['the threads load only modules of Node, and errors of the core', /^workers?\.c?js$/],
    ['the entry point for files loads only modules of Node, and the core', /^node\.c?js$/],
  ] as const)
    check(what, () => {
      const loaded = new Set(distFiles(files).flatMap(importsOf))
      const own = [...loaded].filter((name) => !builtinModules.includes(name.replace(/^node:/, '')))
      assert.deepEqual(own.sort(), ['./index.cjs', './index.js'])
      return [...loaded].sort().join(', ')
    })
  check('the core runs where there is nothing of Node and code from text is forbidden', () => {
    const bare = createContext({}, { codeGeneration: { strings: false, wasm: false } })
    const known = runInContext("[typeof process, typeof require, typeof Buffer, typeof setTimeout].join(' ')", bare)
    assert.equal(known, 'undefined undefined undefined undefined')
    runInContext(
      `const module = { exports: {} }; ((module, exports) => {${readDist('index.cjs')}\n})(module, module.exports)`,
      bare,
    )
    const found = runInContext(
      `module.exports.clusterArticles(${JSON.stringify(articles)}).clusters[0].copies.map((copy) => copy.outlet).join(', ')`,
      bare,
    )
    assert.equal(found, outlets)
    const others = runInContext(
      `{
        const { clusterArticles, StoryIndex } = module.exports
        const index = new StoryIndex()
        for (const article of ${JSON.stringify(articles)}) index.add(article)
        const oneByOne = (function* () { yield* ${JSON.stringify(articles)} })()
        ;[index.clusters(), clusterArticles(oneByOne).clusters]
          .map(([cluster]) => cluster.copies.map((copy) => copy.outlet).join(', '))
          .join('; ')
      }`,
      bare,
    )
    assert.equal(others, `${outlets}; ${outlets}`)
    return undefined
  })
}

try {
  checkTarball()
  checkInstalled()
  checkUse()
  checkPurity()
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
