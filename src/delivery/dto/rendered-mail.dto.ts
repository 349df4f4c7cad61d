import { Answer, emailSchema } from '../../common/http/fields.js';

/** A mail as it would be sent. */
export class RenderedMailDto {
  @Answer({ type: 'string', description: 'Its language.', example: 'de' }) language: string;
  @Answer({ type: 'string', enum: ['ltr', 'rtl'], description: 'The direction of its text.' })
  direction: 'ltr' | 'rtl';
  @Answer({ type: 'string', description: 'Its subject.' }) subject: string;
  @Answer({ type: 'string', description: 'What it says above the details.' }) message: string;
  @Answer({ type: 'string', description: 'The whole mail as plain text.' }) text: string;
  @Answer({ type: 'string', description: 'The whole mail as HTML.' }) html: string;
}

export class EmailPreviewDto extends RenderedMailDto {
  @Answer({ type: 'array', items: emailSchema, description: 'Who would get it.' }) to: string[];
  @Answer({ type: 'array', items: emailSchema, description: 'Who would get a copy.' }) cc: string[];
  @Answer({ type: 'array', items: emailSchema, description: 'Who would get an unseen copy.' })
  bcc: string[];
}
