// What a stretch of a page may be that is not the story's own text.

export const furnitureKinds = ['furniture', 'caption', 'headline', 'byline', 'dateline', 'credit'] as const

/** What a stretch of a page is that is not the story's own text. */
export type FurnitureKind = (typeof furnitureKinds)[number]
