import { type LabelName, type Labels } from '../common/i18n/labels.js';
import { isRightToLeft } from '../common/i18n/languages.js';
import { isolated } from './direction.js';
import { labelsOf } from './labels/labels-of.js';
import { type InvoiceHead } from './invoice.js';

/** What is put into a label, which may itself depend on the language of the label. */
export type LabelValues = (labels: Labels) => Readonly<Record<string, string>>;

const noValues: LabelValues = () => ({});

/** The words of one invoice in its language or in both of them, with the account's own wordings. */
export class Wording {
  /** The labels of the first language, for what is written in one language only. */
  readonly first: Labels;
  private readonly tables: readonly Labels[];
  /** Whether right-to-left words can stand beside a value. */
  private readonly rightToLeft: boolean;

  constructor({
    language,
    secondLanguage,
    labels,
  }: Pick<InvoiceHead, 'language' | 'secondLanguage' | 'labels'>) {
    const inLanguage = (tag: string): Labels => ({ ...labelsOf(tag), ...labels?.[tag] });
    this.first = inLanguage(language);
    this.tables = [this.first, ...(secondLanguage === null ? [] : [inLanguage(secondLanguage)])];
    this.rightToLeft = [language, secondLanguage ?? language].some(isRightToLeft);
  }

  /** A label on a line: "Rechnung / Invoice". */
  line(name: LabelName, values = noValues): string {
    return this.texts(name, values).join(' / ');
  }

  /** A label above the same in the second language, for the heads of columns. */
  stacked(name: LabelName, values = noValues): string {
    return this.texts(name, values).join('\n');
  }

  /** A value behind its label: "Tax ID: DE123456789". */
  labelled(label: string, value: string): string {
    return filled(this.first.labelled, { label, value: this.apart(value) });
  }

  /** A value beside words: in right-to-left ones its sign and groups would change their places. */
  apart(value: string): string {
    return this.rightToLeft ? isolated(value) : value;
  }

  private texts(name: LabelName, values: LabelValues): string[] {
    return [...new Set(this.tables.map((labels) => filled(labels[name], values(labels))))];
  }
}

/** Puts values into a label. */
function filled(label: string, values: Readonly<Record<string, string>>): string {
  return label.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
