import { type LabelName, labelNames, type Labels } from '../../common/i18n/labels.js';
import { type LabelLanguage, labelLanguageOf } from '../../common/i18n/languages.js';
import { labelTables } from './label-tables.js';
import { sharedLabels } from './label-table.js';

const complete = new Map<LabelLanguage, Labels>();

/** The labels of a language as they are without an account's own wordings, in the order of the page. */
export function labelsOf(language: string): Labels {
  const own = labelLanguageOf(language);
  const labels = complete.get(own) ?? ordered({ ...sharedLabels, ...labelTables[own] });
  complete.set(own, labels);
  return labels;
}

function ordered(labels: Labels): Labels {
  return Object.fromEntries(labelNames.map((name) => [name, labels[name]])) as Record<
    LabelName,
    string
  >;
}
