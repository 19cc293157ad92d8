// The stages of linking one article, in their order.
export const stageNames = [
  'reading words',
  'same words',
  'fingerprints',
  'candidates',
  'reading pages: furniture',
  'comparing',
] as const
