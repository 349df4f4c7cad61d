import { Answer, LanguageField } from '../../common/http/fields.js';

export class LabelsQueryDto {
  @LanguageField({ description: 'Language of the labels.', example: 'de' }) language: string;
}

export class LabelsDto {
  @Answer({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'The labels by their names, as they are without wordings of an account’s own.',
    example: { invoice: 'Rechnung', page: 'Seite {page} von {pages}' },
  })
  labels: Record<string, string>;
}
