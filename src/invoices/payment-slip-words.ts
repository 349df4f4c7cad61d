import { type PdfSlipWord } from '../pdf/pdf-document.js';

/** The words of a QR-bill, which its guidelines (annex D) fix in four languages. */
const words: Readonly<Record<string, Readonly<Record<PdfSlipWord, string>>>> = {
  de: {
    receipt: 'Empfangsschein',
    payment_part: 'Zahlteil',
    account: 'Konto / Zahlbar an',
    reference: 'Referenz',
    message: 'Zusätzliche Informationen',
    payer: 'Zahlbar durch',
    empty_payer: 'Zahlbar durch (Name/Adresse)',
    currency: 'Währung',
    amount: 'Betrag',
    acceptance_point: 'Annahmestelle',
    separate: 'Vor der Einzahlung abzutrennen',
  },
  fr: {
    receipt: 'Récépissé',
    payment_part: 'Section paiement',
    account: 'Compte / Payable à',
    reference: 'Référence',
    message: 'Informations supplémentaires',
    payer: 'Payable par',
    empty_payer: 'Payable par (nom/adresse)',
    currency: 'Monnaie',
    amount: 'Montant',
    acceptance_point: 'Point de dépôt',
    separate: 'A détacher avant le versement',
  },
  it: {
    receipt: 'Ricevuta',
    payment_part: 'Sezione pagamento',
    account: 'Conto / Pagabile a',
    reference: 'Riferimento',
    message: 'Informazioni supplementari',
    payer: 'Pagabile da',
    empty_payer: 'Pagabile da (nome/indirizzo)',
    currency: 'Valuta',
    amount: 'Importo',
    acceptance_point: 'Punto di accettazione',
    separate: 'Da staccare prima del versamento',
  },
};

const english: Readonly<Record<PdfSlipWord, string>> = {
  receipt: 'Receipt',
  payment_part: 'Payment part',
  account: 'Account / Payable to',
  reference: 'Reference',
  message: 'Additional information',
  payer: 'Payable by',
  empty_payer: 'Payable by (name/address)',
  currency: 'Currency',
  amount: 'Amount',
  acceptance_point: 'Acceptance point',
  separate: 'Separate before paying in',
};

/** The words of a slip in the language of a tag such as `de-CH`; English where the guidelines have no others. */
export function slipWords(language: string): Readonly<Record<PdfSlipWord, string>> {
  return words[language.split('-')[0] ?? ''] ?? english;
}
