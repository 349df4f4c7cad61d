import { Badge, type BadgeProps } from '@mantine/core';
import { documentNoun, type DocumentType } from './document-type';

/** Says of a document that is no invoice what it is. */
export function TypeBadge({ type, ...others }: BadgeProps & { readonly type: DocumentType }) {
  if (type === 'invoice') return null;
  return (
    <Badge variant="light" radius="sm" tt="none" fw={500} {...others}>
      {documentNoun(type)}
    </Badge>
  );
}
