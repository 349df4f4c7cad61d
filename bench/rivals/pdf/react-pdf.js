// PDFs by @react-pdf/renderer: with the font that every reader has, which costs it nothing to embed, or with FONTS=on.
import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { createElement } from 'react';
import { fonts, isEmbedding } from './fonts.js';

for (const { family, file } of fonts) Font.register({ family, src: file });
const fontFamily = isEmbedding ? fonts.map(({ family }) => family) : 'Helvetica';

const styles = StyleSheet.create({
  page: { padding: 56, fontSize: 9, fontFamily },
  title: { fontSize: 18, marginVertical: 8 },
  table: { marginVertical: 16 },
  row: { flexDirection: 'row', paddingVertical: 4, borderBottom: '0.3pt solid #999' },
  first: { flex: 3 },
  other: { flex: 1, textAlign: 'right' },
});

export function renderPdf(invoice) {
  return renderToBuffer(page(invoice));
}

function page({ title, sender, date, recipient, head, lines, totals, notes }) {
  return createElement(
    Document,
    { title },
    createElement(
      Page,
      { size: 'A4', style: styles.page },
      text(sender),
      text(title, styles.title),
      text(date),
      ...recipient.map((line) => text(line)),
      createElement(View, { style: styles.table }, row(head), ...lines.map(row)),
      createElement(View, { style: styles.table }, ...totals.map(row)),
      text(notes),
    ),
  );
}

function row(cells) {
  const [first, ...others] = cells;
  return createElement(
    View,
    { style: styles.row, wrap: false },
    text(first, styles.first),
    ...others.map((cell) => text(cell, styles.other)),
  );
}

function text(content, style) {
  return createElement(Text, { style }, content);
}
