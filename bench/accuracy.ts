// How good the clustering is, beside other methods, part by part, and where it fails. Run by `npm run
// bench:accuracy`; with --quick it leaves out the ablation, the cross-validation and the noise. What needs a corpus
// is skipped where there is none.
import { type Comparisons, printAblation } from './ablation.js'
import { printCandidates } from './candidates.js'
import { fixtureCorpus, hasGold, levels, missing, readCorpus } from './corpora.js'
import { printThresholds } from './crossvalidation.js'
import { printErrors } from './errors.js'
import { printFurniture } from './furniture.js'
import { printNoise } from './noise-curve.js'
import { printFixtureGold, printGroupScores, printPairScores, printToolCheck, runOurs } from './ours.js'
import { compareArticlesOf, differenceFrom, groupCompared, judgePairs } from './pass.js'
import { bestBy, minHashName, ourFigures, printPeers, readmeTable, runPeers } from './peers.js'
import { part } from './table.js'

const quick = process.argv.includes('--quick')
const started = performance.now()

const { corpus: fixtures, fixtures: marked } = fixtureCorpus()
const read = readCorpus('helsinki')
const helsinki = hasGold(read) ? read : null
const reuters = readCorpus('reuters-1987')
console.log(`Node ${process.version} on ${process.platform} ${process.arch}${quick ? ', the quick parts' : ''}`)

const ours = part('1. wirecopy at its defaults', () => {
  const inFixtures = runOurs(fixtures)
  const inHelsinki = helsinki && runOurs(helsinki)
  const inReuters = reuters && runOurs(reuters)
  printGroupScores([
    [helsinki ?? 'helsinki', inHelsinki],
    [fixtures, inFixtures],
  ])
  printPairScores(reuters, inReuters)
  const agrees = printToolCheck([
    ...(helsinki && inHelsinki ? [[helsinki, inHelsinki] as const] : []),
    ...(reuters && inReuters ? [[reuters, inReuters] as const] : []),
  ])
  if (!agrees) process.exitCode = 1
  printFixtureGold(marked, inFixtures)
  return { fixtures: inFixtures, helsinki: inHelsinki, reuters: inReuters }
})

// The same pass put together anew, for the parts that look inside it.
const compared: Comparisons = part('The pass, put together anew', () => {
  const all = {
    fixtures: compareArticlesOf(fixtures.articles),
    helsinki: helsinki && compareArticlesOf(helsinki.articles),
    reuters: reuters && compareArticlesOf(reuters.articles),
  }
  for (const name of ['fixtures', 'helsinki', 'reuters'] as const) {
    const [again, theirs] = [all[name], ours[name]]
    if (!again || !theirs) continue
    const groups = groupCompared(again)
    const differ = levels.map((level) => differenceFrom(theirs.predicted[level], groups[level]))
    const isSame =
      differ.every((count) => count === 0) && judgePairs(again).judged === theirs.result.stats.comparedPairs
    console.log(
      isSame
        ? `${name}: agrees with clusterArticles`
        : `${name}: DIFFERS from clusterArticles at ${differ.join(' and ')} articles: mend bench/pass.ts`,
    )
    if (!isSame) process.exitCode = 1
  }
  return all
})

const peers = part('2. Beside other methods', () => {
  const figures = ourFigures(helsinki, ours.helsinki?.predicted ?? null, reuters, ours.reuters?.predicted ?? null)
  if (!helsinki && !reuters) {
    console.log(missing)
    return null
  }
  const trials = runPeers(helsinki, reuters)
  printPeers(trials, figures)
  return { trials, figures }
})

part('3. Candidates', () =>
  printCandidates([helsinki ?? 'helsinki', reuters ?? 'reuters-1987', readCorpus('us-politics') ?? 'us-politics']),
)

part('4. Furniture', () => printFurniture(helsinki, marked))

if (!quick) {
  part('5. Ablation', () => printAblation(helsinki, reuters, fixtures, compared))

  part('6. Thresholds', () => {
    if (helsinki && reuters && compared.helsinki && compared.reuters)
      printThresholds(helsinki, compared.helsinki, reuters, compared.reuters)
    else console.log(missing)
  })

  part('7. Noise', () => {
    const threshold = bestBy(
      peers?.trials.find(({ name }) => name === minHashName)?.trials ?? [],
      'dispatch',
    )?.threshold
    if (helsinki && threshold) printNoise(helsinki, threshold)
    else console.log(missing)
  })
}

part('8. The worst errors', () => {
  if (!helsinki || !reuters) console.log(missing)
  printErrors(
    helsinki,
    reuters,
    { helsinki: ours.helsinki?.predicted ?? null, reuters: ours.reuters?.predicted ?? null },
    compared,
  )
})

console.log(`\n\nFor the README\n==============\n\n${peers ? readmeTable(peers.trials, peers.figures) : missing}`)
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s in all`)
