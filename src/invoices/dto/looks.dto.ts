import { ColorField, LogoPositionField, TemplateField } from '../../accounts/dto/looks.fields.js';
import { type LogoPosition } from '../../pdf/template-versions.js';
import { CustomerReferenceFields } from './catalog-references.dto.js';

/** What an invoice looks like. */
export abstract class LooksFields extends CustomerReferenceFields {
  @TemplateField({ description: 'Layout; left out: the organization’s.' })
  template?: string;

  @ColorField({ description: 'Colour of headings and lines; left out: the organization’s.' })
  accent_color?: string;

  @LogoPositionField({ description: 'Where the logo stands; left out: the organization’s.' })
  logo_position?: LogoPosition;
}
