import { type Labels } from '../../common/i18n/labels.js';

/** What most languages write alike. */
export const sharedLabels = { iban: 'IBAN', bic: 'BIC', labelled: '{label}: {value}' } as const;

/** Every word that an invoice prints by itself, in one language. `{…}` stands for what is put in. */
export type LabelTable = Omit<Labels, keyof typeof sharedLabels> &
  Partial<Pick<Labels, keyof typeof sharedLabels>>;
