import { Injectable } from '@nestjs/common';
import { type Organization } from '../accounts/organization.js';
import { type Fault } from '../common/errors/app-error.js';
import { GlyphCoverage } from '../pdf/glyph-coverage.js';
import { TemplateChoice } from '../pdf/template-choice.js';
import { unprintableFaults } from '../pdf/unprintable-faults.js';
import { type CompleteRequest } from './complete-request.js';

/** The fields of a request that are printed nowhere as they are sent. */
export const unprinted = new Set([
  'metadata',
  'attachments',
  'expected_total',
  'currency',
  'tax_currency',
  'language',
  'second_language',
  'series',
  'type',
  'template',
  'accent_color',
  'logo_position',
]);

/** Whether the page that a request asks for can be made. */
@Injectable()
export class InvoiceLooks {
  constructor(
    private readonly coverage: GlyphCoverage,
    private readonly templates: TemplateChoice,
  ) {}

  /** Characters that no font prints, and a layout that there is not or that is broken, the organization's too. */
  faults(request: CompleteRequest, organization: Organization): Fault[] {
    return [
      ...unprintableFaults(this.coverage, request, unprinted),
      ...this.templates.faults(request.template ?? organization.template),
    ];
  }

  /** The version of a layout without faults that an invoice made now keeps. */
  templateVersion(name: string | null | undefined): string {
    return this.templates.version(name);
  }
}
