import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  BytesColumn,
  ExactColumn,
  IdColumn,
  InstantColumn,
  PrimaryIdColumn,
  References,
} from '../common/database/columns.js';
import { type DocumentKind } from './document.js';

/** A file made from an invoice; from its first storage on, these bytes are the document. */
@Entity('documents')
export class DocumentEntity {
  @References('InvoiceEntity', 'fk_documents_invoice', 'CASCADE')
  @PrimaryIdColumn()
  invoice_id: string;
  @PrimaryColumn('varchar', { length: 20, charset: 'ascii', collation: 'ascii_bin' })
  kind: DocumentKind;
  @IdColumn() account_id: string;
  @Column('int') size: number;
  @ExactColumn(64) sha256: string;
  @InstantColumn() created_at: string;
  /** Behind the others, because SQLite reads through a long value to get at what stands behind it. */
  @BytesColumn() bytes: Buffer;
  /** Where the bytes are in the store of DOCUMENTS_URL; null where they are in `bytes`, which is empty otherwise. */
  @ExactColumn(160, { nullable: true }) object_key: string | null;
}
