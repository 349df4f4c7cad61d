/** What a mail says around the details of its invoice; both may hold `{{placeholders}}`. */
export interface MailTemplate {
  readonly subject: string;
  readonly message: string;
}

/** The product's texts in one language: that of an invoice, and one for every other paper. */
export interface MailTexts extends MailTemplate {
  /** Names the paper by `{{document_title}}` only, in a place where a noun of any gender may stand. */
  readonly document: MailTemplate;
}

/** An account's own texts by language; what is left out is the product's. */
export type OwnMailTexts = Readonly<Record<string, Partial<MailTemplate>>>;
