import { integerText, text } from '../../../common/http/checks.js';
import { Answer, Field } from '../../../common/http/fields.js';

const limitMax = 1_000;
/** How many places a page has unless the request says otherwise. */
export const limitDefault = 100;
const place = { type: 'integer', example: 1 } as const;
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;

/** A series counts anew in every period of its number format. */
export class SeriesPeriodQueryDto {
  @Field({ type: 'string', maxLength: 7 }, text({ max: 7, min: 0 }), {
    optional: true,
    description: 'Year (`2026`) or month (`2026-11`), for a series that counts anew in each.',
  })
  period?: string;
}

export class SeriesNumbersQueryDto extends SeriesPeriodQueryDto {
  @Field(
    { type: 'integer', minimum: 0, maximum: 2_147_483_647, default: 0 },
    integerText(0, 2_147_483_647),
    { optional: true, description: 'The place after which to begin.' },
  )
  after?: string;

  @Field(
    { type: 'integer', minimum: 1, maximum: limitMax, default: limitDefault },
    integerText(1, limitMax),
    { optional: true, description: 'How many places to answer.' },
  )
  limit?: string;
}

export class SeriesDto {
  @Answer({ type: 'string', description: 'Name of the series.', example: 'default' })
  series: string;
  @Answer({ type: 'string', description: 'Its year or month; empty where it counts for ever.' })
  period: string;
  @Answer({ ...place, description: 'The place that it gives next.' }) next_sequence: number;
}

export class SeriesListDto {
  @Answer({
    type: () => SeriesDto,
    isArray: true,
    description: 'Series and periods with numbers, at most 1,000.',
  })
  data: SeriesDto[];
}

/** A place of a series. */
export class SeriesNumberDto {
  @Answer({ ...place, description: 'The place.' }) sequence: number;
  @Answer({ type: 'string', description: 'The number.', example: 'INV-0001' }) number: string;
  @Answer({
    type: 'string',
    enum: ['issued', 'void', 'stepped_over'],
    description: '`stepped_over`: the number was an invoice’s own number already.',
  })
  status: string;
  @Answer({ type: ['string', 'null'], description: 'The invoice.' }) invoice_id: string | null;
  @Answer({ type: ['string', 'null'], format: 'date', description: 'Its date.' })
  date: string | null;
  @Answer({ type: ['string', 'null'], description: 'SHA-256 of its PDF, once there is one.' })
  pdf_sha256: string | null;
}

export class SeriesNumbersDto {
  @Answer({ type: () => SeriesNumberDto, isArray: true, description: 'Places in their order.' })
  data: SeriesNumberDto[];
  @Answer({ type: 'boolean', description: 'Whether there are more.' }) has_more: boolean;
  @Answer({ type: ['integer', 'null'], description: 'Send it as after to get them.' })
  next_after: number | null;
}

export class SeriesGapDto {
  @Answer({ ...place, description: 'The first place that is missing.' }) from_sequence: number;
  @Answer({ ...place, description: 'The last one.' }) to_sequence: number;
}

export class SeriesPlaceDto {
  @Answer({ ...place, description: 'The place.' }) sequence: number;
  @Answer({ type: 'string', description: 'The number.' }) number: string;
}

/** What was found in a period of a series. */
export class SeriesPeriodReportDto {
  @Answer({ type: 'string', description: 'Year or month; empty where the series counts for ever.' })
  period: string;
  @Answer({ type: ['string', 'null'], description: 'Number of the first invoice.' })
  first_number: string | null;
  @Answer({ type: ['string', 'null'], description: 'Number of the last one.' })
  last_number: string | null;
  @Answer({ type: 'integer', description: 'How many are issued.' }) issued: number;
  @Answer({ type: 'integer', description: 'How many are void; they keep their numbers.' })
  void: number;
  @Answer({ ...place, description: 'The place that comes next.' }) next_sequence: number;
  @Answer({ type: () => SeriesGapDto, isArray: true, description: 'Places that nothing explains.' })
  gaps: SeriesGapDto[];
  @Answer({
    type: () => SeriesPlaceDto,
    isArray: true,
    description: 'Places that are taken twice.',
  })
  duplicates: SeriesPlaceDto[];
  @Answer({
    type: () => SeriesPlaceDto,
    isArray: true,
    description: 'Places left out because their numbers were invoices’ own numbers already.',
  })
  stepped_over: SeriesPlaceDto[];
  @Answer({
    type: 'integer',
    description: 'Invoices whose PDF does not exist yet; 200 more are made for each report.',
  })
  pdfs_pending: number;
  @Answer({
    ...digest,
    description: 'Last link of the SHA-256 chain over numbers and PDFs: see the documentation.',
  })
  chain_head: string;
}

/** Proof that a series has no gaps and no duplicates. */
export class SeriesReportDto {
  @Answer({ type: 'string', enum: ['series_report'], description: 'Kind of the object.' })
  object: 'series_report';
  @Answer({ type: 'string', description: 'Name of the series.' }) series: string;
  @Answer({ type: 'string', format: 'date-time', description: 'When the report was made.' })
  generated_at: string;
  @Answer({ type: 'boolean', description: 'True where no place is missing or taken twice.' })
  complete: boolean;
  @Answer({ type: () => SeriesPeriodReportDto, isArray: true, description: 'Oldest first.' })
  periods: SeriesPeriodReportDto[];
}
