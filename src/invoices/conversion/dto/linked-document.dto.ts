import { Answer } from '../../../common/http/fields.js';
import { type DocumentType, documentTypes } from '../../domain/document-type.js';
import { type LinkedDocument } from '../../invoice.js';

/** The document at the other end of a link. */
export class LinkedDocumentDto {
  @Answer({ type: 'string', description: 'Its id.', example: 'inv_0VtLk3Xq9…' }) id: string;
  @Answer({ type: 'string', enum: [...documentTypes], description: 'What it is.' })
  type: DocumentType;
  @Answer({ type: 'string', enum: ['draft', 'issued', 'void'], description: 'Where it stands.' })
  status: string;
  @Answer({ type: 'string', description: 'Its number.', example: 'INV-0001' })
  invoice_number: string;

  static from(document: LinkedDocument | null): LinkedDocumentDto | null {
    if (document === null) return null;
    const { id, type, status, number } = document;
    return { id, type, status, invoice_number: number };
  }
}
