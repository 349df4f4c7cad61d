import { type Organization } from '../accounts/organization.js';
import { type LabelOverrides } from '../common/i18n/labels.js';
import { labelLanguageOf } from '../common/i18n/languages.js';
import { hasSameLabels, noLanguage } from '../common/i18n/second-language.js';
import { type CreateInvoiceDto } from './dto/create-invoice.dto.js';
import { type InvoiceDraft } from './invoice.js';

/** In which languages an invoice speaks, and the account's own wordings in them. */
export function draftLanguages(
  request: Pick<CreateInvoiceDto, 'language' | 'second_language'>,
  organization: Pick<Organization, 'language' | 'second_language' | 'labels'>,
): Pick<InvoiceDraft, 'language' | 'secondLanguage' | 'labels'> {
  const language = request.language ?? organization.language;
  const second = request.second_language ?? organization.second_language ?? noLanguage;
  // A request for the profile's second language as the first one leaves it with that language alone.
  const secondLanguage = second === noLanguage || hasSameLabels(language, second) ? null : second;
  const labels = wordings(organization.labels ?? {}, [language, secondLanguage]);
  return { language, secondLanguage, labels };
}

/** The wordings that these languages need; those of "de" hold for "de-CH" as well. */
function wordings(all: LabelOverrides, tags: readonly (string | null)[]): LabelOverrides | null {
  const needed = tags.flatMap((tag) => {
    if (tag === null) return [];
    const own = { ...all[labelLanguageOf(tag)], ...all[tag] };
    return Object.keys(own).length === 0 ? [] : [[tag, own] as const];
  });
  return needed.length === 0 ? null : Object.fromEntries(needed);
}
