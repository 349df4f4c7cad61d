import { type Fault } from '../errors/app-error.js';
import { isLanguage, labelLanguageOf } from './languages.js';

/** In place of a second language, where the organization has one and this invoice shall not. */
export const noLanguage = 'none';

/** Whether two languages print the same labels, as "de" and "de-CH" do. */
export function hasSameLabels(one: string, other: string): boolean {
  return labelLanguageOf(one) === labelLanguageOf(other);
}

/** A fault if the field `second_language` names the first one again; looks only at what is there. */
export function secondLanguageFaults(first: unknown, second: unknown): Fault[] {
  if (typeof first !== 'string' || typeof second !== 'string') return [];
  if (!isLanguage(first) || !isLanguage(second) || !hasSameLabels(first, second)) return [];
  return [
    {
      pointer: '/second_language',
      code: 'language_repeated',
      message:
        first === second
          ? 'The second language is the first one again.'
          : `"${first}" and "${second}" have the same labels.`,
    },
  ];
}
