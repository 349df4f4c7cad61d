import { Answer } from '../../common/http/fields.js';
import { type Template } from '../../pdf/template-choice.js';

export class TemplateDto {
  static from({ name, own, problem }: Template): TemplateDto {
    return { name, own, problem: problem ?? null };
  }

  @Answer({
    type: 'string',
    description: 'What `template` of a request calls it.',
    example: 'clean',
  })
  name: string;
  @Answer({ type: 'boolean', description: 'Whether it is one of this installation’s own.' })
  own: boolean;
  @Answer({
    type: ['string', 'null'],
    description: 'Why it is refused: what Typst says where it makes no PDF of the examples.',
    example: 'letter.typ:3:5: unknown variable: total',
  })
  problem: string | null;
}

/** The layouts, those of Finvo first. */
export class TemplatesDto {
  @Answer({ type: () => TemplateDto, isArray: true, description: 'All layouts.' })
  data: TemplateDto[];
}
