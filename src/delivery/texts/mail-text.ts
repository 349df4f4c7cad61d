/** What a mail says around the details of its invoice; both may hold `{{placeholders}}`. */
export interface MailTemplate {
  readonly subject: string;
  readonly message: string;
}

/** An account's own texts by language; what is left out is the product's. */
export type OwnMailTexts = Readonly<Record<string, Partial<MailTemplate>>>;
