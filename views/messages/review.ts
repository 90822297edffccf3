import type { review } from './en/review.ts';

/** All that the page of a review says, in one language. */
export type ReviewMessages = typeof review;

/**
 * Loads the messages of a review’s page, of one language alone.
 * @param language as the page states it; anything but French is English
 */
export async function loadReviewMessages(language: string): Promise<ReviewMessages> {
  return language === 'fr' ? (await import('./fr/review.ts')).review : (await import('./en/review.ts')).review;
}
