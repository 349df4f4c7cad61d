import { type Check, pattern, text } from '../../common/http/checks.js';
import {
  Choice,
  Currency,
  Field,
  type FieldOptions,
  Integer,
  LanguageField,
  Pattern,
  Nested,
  Text,
} from '../../common/http/fields.js';
import { type EInvoiceFormat, eInvoiceFormats } from '../../einvoice/formats.js';
import { type NumberFormatFault, parseNumberFormat } from '../../numbering/number-format.js';
import { type LogoPosition } from '../../pdf/template-versions.js';
import { type Organization } from '../organization.js';
import { OwnLabels } from './labels.fields.js';
import { ColorField, LogoPositionField, TemplateField } from './looks.fields.js';
import { PartyFields } from './party.dto.js';
import { PaymentDetailsDto } from './payment-details.dto.js';

const timeZone: Check = (value) => {
  const problem = pattern({ max: 64, regex: /^[A-Za-z0-9_+\-/]+$/, expected: 'an IANA time zone' })(
    value,
  );
  if (problem !== undefined) return problem;
  try {
    Intl.DateTimeFormat('en', { timeZone: value as string });
    return undefined;
  } catch {
    return {
      code: 'unknown_time_zone',
      message: 'This is not an IANA time zone.',
      hint: 'Use a name such as "Europe/Berlin" or "UTC".',
    };
  }
};

const numberFormatFaults: Readonly<Record<NumberFormatFault, string>> = {
  empty: 'The format is empty.',
  too_long: 'Numbers in this format could get longer than 40 characters.',
  bad_character:
    'Only letters, digits, inner spaces and . _ / : # + ( ) - may stand beside the parts in braces.',
  unknown_token: 'There is a part in braces other than {0001}, {YYYY}, {YY} and {MM}.',
  counter_missing: 'The format needs a counter.',
  counter_repeated: 'The format may have one counter only.',
  month_without_year:
    'A month needs a year beside it, or numbers would repeat after twelve months.',
};

const numberFormat: Check = (value) => {
  const problem = text({ max: 40 })(value);
  if (problem !== undefined) return problem;
  const parsed = parseNumberFormat(value as string);
  return parsed.ok
    ? undefined
    : {
        code: 'wrong_number_format',
        message: numberFormatFaults[parsed.reason],
        hint: 'For example "INV-{0001}" or "{YYYY}-{0001}".',
      };
};

/** A format of invoice numbers. */
export function NumberFormatField(options: FieldOptions): PropertyDecorator {
  return Field({ type: 'string', maxLength: 40 }, numberFormat, options);
}

/** The organization profile as it is written; fields that are left out are emptied. */
export class PutOrganizationDto extends PartyFields {
  @Text({
    max: 200,
    multiline: true,
    description: 'Legal name, printed on every invoice.',
    example: 'Example Ltd',
  })
  name: string;

  @Nested(() => PaymentDetailsDto, {
    optional: true,
    description: 'Bank account printed on every invoice.',
  })
  payment?: PaymentDetailsDto;

  @Currency({
    optional: true,
    description: 'Currency of invoices that name none. Left out: stays as it is.',
    example: 'EUR',
  })
  currency?: string;

  @LanguageField({
    optional: true,
    description: 'Language of invoices that name none. Left out: stays as it is.',
    example: 'en',
  })
  language?: string;

  @LanguageField({
    optional: true,
    description: 'Prints the labels of invoices that name no second language in this one as well.',
    example: 'fr',
  })
  second_language?: string;

  @OwnLabels({
    optional: true,
    description:
      'Wordings of your own by language and label. Those of "de" also hold for "de-CH". Places in braces must stay.',
    example: { en: { invoice: 'Tax invoice', tax_name: 'GST' } },
  })
  labels?: Record<string, Record<string, string>>;

  @Field({ type: 'string', maxLength: 64 }, timeZone, {
    optional: true,
    description: 'IANA time zone that decides what "today" is. Left out: stays as it is.',
    example: 'Europe/Berlin',
  })
  time_zone?: string;

  @NumberFormatField({
    optional: true,
    description:
      'Format of invoice numbers: {0001} counts; {YYYY}, {YY} and {MM} start a new count. Left out: stays as it is.',
    example: 'INV-{0001}',
  })
  number_format?: string;

  @Integer({
    min: 0,
    max: 365,
    optional: true,
    description: 'Days until payment is due, for invoices that say nothing.',
    example: 14,
  })
  payment_terms_days?: number;

  @ColorField({ description: 'Accent colour of the invoice.' })
  accent_color?: string;

  @Pattern({
    max: 12,
    regex: /^(0\.0{0,2}[1-9]\d{0,2}|[1-9]\d{0,5}(\.\d{1,4})?)$/,
    expected: 'a decimal number above 0 such as "0.05"',
    optional: true,
    description:
      'Rounds amounts due in the account’s currency to a multiple of this, such as 0.05 for Swiss francs.',
    example: '0.05',
  })
  cash_rounding?: string;

  @TemplateField({ description: 'Layout of invoices that name none; left out: clean.' })
  template?: string;

  @LogoPositionField({
    description: 'Where the logo stands: start (left; right in Arabic or Hebrew), center or end.',
  })
  logo_position?: LogoPosition;

  @Choice(eInvoiceFormats, {
    optional: true,
    description:
      'What invoices and credit notes that name no format are made as; left out: a PDF alone.',
    example: 'facturx',
  })
  e_invoice_format?: EInvoiceFormat;

  @Text({
    max: 200,
    optional: true,
    description:
      'Where the logo can be fetched. Ignored when sent: the logo has a path of its own.',
  })
  logo_url?: string | null;
}

/** The organization profile as it is read; it can be put back as it is. */
export class OrganizationDto extends PutOrganizationDto {
  static from(organization: Organization): OrganizationDto {
    const { logo_id: logoId, ...profile } = organization;
    return { ...profile, logo_url: logoId && '/dashboard/organization/logo' } as OrganizationDto;
  }
}
