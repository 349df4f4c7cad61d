import { Answer, Integer } from '../../common/http/fields.js';
import {
  daysMax,
  type ShareLink,
  shareLinkStatus,
  type ShareLinkStatus,
  shareLinkStatuses,
  usualDays,
} from '../share-link.js';

export class CreateShareLinkDto {
  @Integer({
    min: 1,
    max: daysMax,
    optional: true,
    description: `Days until it expires; ${usualDays} when left out.`,
    example: 30,
  })
  expires_in_days?: number;
}

export class ShareLinkDto {
  @Answer({ type: 'string', description: 'Id of the link.' }) id: string;
  @Answer({
    type: 'string',
    format: 'uri',
    description: 'The page to send to the recipient: whoever has the address can read the invoice.',
  })
  url: string;
  @Answer({
    type: 'string',
    enum: [...shareLinkStatuses],
    description: 'Whether it works at the moment.',
  })
  status: ShareLinkStatus;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was made.' })
  created_at: string;
  @Answer({ type: 'string', format: 'date-time', description: 'Until when it works.' })
  expires_at: string;
  @Answer({ type: ['string', 'null'], format: 'date-time', description: 'When it was revoked.' })
  revoked_at: string | null;

  static from(link: ShareLink, { baseUrl, now }: { baseUrl: string; now: string }): ShareLinkDto {
    return {
      id: link.id,
      url: `${baseUrl}/i/${link.token}`,
      status: shareLinkStatus(link, now),
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      revoked_at: link.revokedAt,
    };
  }
}

export class ShareLinkListDto {
  @Answer({ type: () => ShareLinkDto, isArray: true, description: 'At most 100, newest first.' })
  data: ShareLinkDto[];
}
