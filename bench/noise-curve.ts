// Part 7: how the dispatches fare as every copy is spoilt by itself, more and more; ours beside plain MinHash at the
// threshold that suits the clean articles best.
import type { GoldCorpus } from './corpora.js'
import { noises } from './noise.js'
import { runOurs } from './ours.js'
import { minHashGrouping, signaturesOf } from './peer-methods.js'
import { labelsFrom } from './peers.js'
import { seeded } from './random.js'
import { scoreLevel } from './score.js'
import { figure, type Row, table } from './table.js'

const rates = [0, 0.01, 0.02, 0.05, 0.1]

export function printNoise(helsinki: GoldCorpus, threshold: number): void {
  const ours = (articles: GoldCorpus['articles']) =>
    scoreLevel(helsinki, runOurs({ ...helsinki, articles }).predicted, 'dispatch').f1
  const plain = (articles: GoldCorpus['articles']) => {
    const scores = signaturesOf(articles.map(({ text }) => text)).map((signatures) => {
      const labels = labelsFrom(articles, minHashGrouping(signatures, threshold))
      return scoreLevel(helsinki, { dispatch: labels, story: labels }, 'dispatch').f1
    })
    return scores.reduce((sum, score) => sum + score, 0) / scores.length
  }
  const clean = { ours: ours(helsinki.articles), plain: plain(helsinki.articles) }
  const rows: Row[] = [['noise', 'method', ...rates.map((rate) => `${100 * rate} %`)]]
  for (const [name, spoil] of Object.entries(noises)) {
    const spoilt = rates
      .filter((rate) => rate > 0)
      .map((rate) =>
        helsinki.articles.map((article, i) => ({ ...article, text: spoil(article.text, rate, seeded(i + 1)) })),
      )
    rows.push([name, 'wirecopy', ...[clean.ours, ...spoilt.map(ours)].map(figure)])
    rows.push([name, `MinHash at ${threshold}`, ...[clean.plain, ...spoilt.map(plain)].map(figure)])
  }
  table('Dispatch F1 on helsinki by rate of noise', rows, 2)
}
