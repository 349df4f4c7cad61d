import { Injectable } from '@nestjs/common';
import { type Fault } from '../common/errors/app-error.js';
import { missing } from '../common/http/fields.js';
import { secondLanguageFaults } from '../common/i18n/second-language.js';
import { TemplateChoice } from '../pdf/template-choice.js';
import { labelFaults } from './dto/labels.fields.js';
import { PutOrganizationDto } from './dto/organization.dto.js';
import { type Organization } from './organization.js';
import { OrganizationsService } from './organizations.service.js';
import { PrintableRequests } from './printable-requests.js';

const unprinted = new Set([
  'currency',
  'language',
  'second_language',
  'time_zone',
  'number_format',
  'accent_color',
  'template',
  'logo_position',
  'registration_scheme',
  'electronic_addresses',
  'e_invoice_format',
]);

/** Reads bodies that describe an organization profile, whether it is to be saved or only looked at. */
@Injectable()
export class OrganizationRequests {
  constructor(
    private readonly requests: PrintableRequests,
    private readonly organizations: OrganizationsService,
    private readonly templates: TemplateChoice,
  ) {}

  /** @throws InvalidRequest with every fault */
  read(body: unknown): PutOrganizationDto {
    return this.requests.read(PutOrganizationDto, body, unprinted, (profile) => [
      ...profileFaults(profile),
      ...this.templates.faults(profile.template),
    ]);
  }

  /** The profile as it would be if the body were saved; stores nothing. @throws InvalidRequest */
  async unsaved(accountId: string, body: unknown): Promise<Organization> {
    return this.organizations.changed(accountId, this.read(body));
  }
}

function profileFaults(profile: PutOrganizationDto): Fault[] {
  return [
    ...secondLanguageFaults(profile.language, profile.second_language),
    ...labelFaults(profile.labels),
    ...linkFaults(profile.payment),
  ];
}

/** Looks at what is there only, as it may have other faults. */
function linkFaults(payment: PutOrganizationDto['payment']): Fault[] {
  if (payment?.code !== 'link' || payment.link != null) return [];
  return [{ pointer: '/payment/link', ...missing }];
}
