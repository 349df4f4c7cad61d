import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../../accounts/organizations.service.js';
import { PdfRenderer } from '../../pdf/pdf-renderer.js';
import { seriesReportDocument } from './series-report-document.js';
import { type SeriesReport } from './series-reports.service.js';

/** Reports on series as PDFs; nothing of them is stored. */
@Injectable()
export class SeriesReportPdfs {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly renderer: PdfRenderer,
  ) {}

  /** @throws RendererBusy, RenderTimeout */
  async render(accountId: string, report: SeriesReport): Promise<Buffer> {
    const organization = await this.organizations.get(accountId);
    const { logo_id: logoId } = organization;
    const logo = logoId === null ? undefined : await this.organizations.logo(accountId, logoId);
    return this.renderer.render(seriesReportDocument(report, organization, logo));
  }
}
