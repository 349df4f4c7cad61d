import { type LabelName } from '../common/i18n/labels.js';

/** What a paper that is mailed can be. */
export type PaperType = 'invoice' | 'credit_note' | 'proforma' | 'quote';

/** The label that is the title of a paper. */
export function titleLabelOf(type: PaperType): LabelName {
  return type;
}
