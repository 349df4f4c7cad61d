import { Box, Skeleton, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type ShownPdf } from './pdf-pages';

interface PdfViewProps {
  /** The PDF; while it is undefined, a page-shaped place is kept free. */
  readonly file: Blob | undefined;
  readonly label: string;
}

/** Shows a PDF in the page, drawn by PDF.js, which is loaded when the first PDF is shown. */
export function PdfView({ file, label }: PdfViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef<ShownPdf>(undefined);
  const [pages, setPages] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const holder = frame.current;
    if (file === undefined || holder === null) return;
    let current = true;
    setFailed(false);
    void import('./pdf-pages')
      .then(({ showPdf }) => showPdf(file, holder.parentElement?.clientWidth ?? 0))
      .then((pdf) => {
        if (!current) {
          pdf.close();
          return;
        }
        shown.current?.close();
        shown.current = pdf;
        pdf.pages.forEach((canvas, index) => {
          canvas.setAttribute('role', 'img');
          canvas.setAttribute('aria-label', `${label}, page ${index + 1} of ${pdf.pages.length}`);
        });
        holder.replaceChildren(...pdf.pages);
        setPages(pdf.pages.length);
      })
      .catch(() => {
        if (current) setFailed(true);
      });
    return () => {
      current = false;
    };
  }, [file, label]);
  useEffect(
    () => () => {
      shown.current?.close();
    },
    [],
  );
  return (
    <Stack gap="xs">
      {failed && <Text role="alert">The PDF cannot be shown here. Download it instead.</Text>}
      <Box style={{ aspectRatio: pages === 0 ? '210 / 297' : undefined }}>
        {pages === 0 && <Skeleton h="100%" animate={!failed} />}
        <div ref={frame} className="pdf-pages" hidden={pages === 0} />
      </Box>
    </Stack>
  );
}
