/** The name the API itself gives to the PDF, or to the e-invoice beside it. */
export function fileName(number: string, ending = 'pdf'): string {
  const plain = number.replaceAll(/[/\\:*?"<>|;%\s]+/g, '-').replaceAll(/^[.-]+|[.-]+$/g, '');
  return `${plain || 'invoice'}.${ending}`;
}
