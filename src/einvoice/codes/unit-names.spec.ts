import { describe, expect, it } from '@jest/globals';
import { isUnitCode, unitCodes } from './unit-codes.js';
import { ambiguousUnits, hintUnits, unitCodeOf, unitKey, unitNames } from './unit-names.js';

describe('the names of units', () => {
  it('stand for codes that exist', () => {
    expect(unitNames.filter(([code]) => !isUnitCode(code))).toEqual([]);
  });

  it('each have one code', () => {
    const codes = new Map<string, Set<string>>();
    for (const [code, name] of unitNames) {
      const key = unitKey(name);
      codes.set(key, (codes.get(key) ?? new Set()).add(code));
    }
    expect([...codes].filter(([, of]) => of.size > 1)).toEqual([]);
  });

  it('are never empty, and never one that means different amounts', () => {
    const keys = new Set(unitNames.map(([, name]) => unitKey(name)));
    expect(keys.has('')).toBe(false);
    expect(ambiguousUnits.filter((name) => keys.has(unitKey(name)))).toEqual([]);
  });

  it('are written in one alphabet, without letters that only look alike', () => {
    const others = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
    const mixed = unitNames.filter(
      ([, name]) => /\p{Script=Latin}/u.test(name) && others.test(name),
    );
    expect(mixed).toEqual([]);
  });

  it('are all found, in capitals too, with a dot and with spaces around them', () => {
    const lost = unitNames.filter(
      ([code, name]) =>
        unitCodeOf(name) !== code ||
        unitCodeOf(name.toUpperCase()) !== code ||
        unitCodeOf(`  ${name}. `) !== code,
    );
    expect(lost).toEqual([]);
  });
});

describe('the code of a unit', () => {
  const examples: readonly (readonly [code: string, names: string])[] = [
    ['HUR', 'hours,hour,hrs,h,Stunden,Std.,heures,ore,horas,uur,HOURS,timmar,ώρες,ΩΡΕΣ,часа,時間'],
    ['DAY', 'days,Tage,PT,jours,dias,päivää,napok,дней,日,person-days'],
    ['H87', 'pieces,pcs,Stück,Stk,pièces,pieces,pz,uds,STUECK,szt.,ks,db,buc,шт.,个'],
    ['MON', 'months,Monat,mois,MESES,měsíců,か月'],
    ['MTK', 'm²,m2,qm,㎡,sq.m.,кв.м,τ.μ.'],
    ['MTQ', 'm³,cbm,metri cubi'],
    ['LS', 'lump sum,lump_sum,lump-sum,pauschal,Pauschale,forfait,ryczałt,一式'],
    ['KGM', 'kg,KG,Kg.,㎏'],
    ['TNE', 't,tonnes'],
    ['LTR', 'l,Liter'],
    ['MTR', 'm,M,Meter'],
    ['KMT', 'km'],
    ['GRM', 'g'],
    ['MIN', 'min,Minuten'],
    ['WEE', 'weeks,Wochen'],
    ['ANN', 'years,yıl,YIL,år'],
    ['KWH', 'kWh'],
    ['E34', 'GB'],
    ['IE', 'user,KİŞİ,kişi'],
    ['C62', 'license,unit'],
    ['SET', 'set'],
    ['PR', 'pair'],
    ['XBX', 'box'],
    ['XPK', 'package'],
    ['ZP', 'page'],
    ['D68', 'word'],
  ];

  it.each(examples)('is %s for %s', (code, names) => {
    expect(names.split(',').filter((name) => unitCodeOf(name) !== code)).toEqual([]);
  });

  it('is the text itself where it is a code in capitals', () => {
    expect(['HUR', 'C62', 'XPK', ' E48 '].map(unitCodeOf)).toEqual(['HUR', 'C62', 'XPK', 'E48']);
    expect(unitCodeOf('hur')).toBeUndefined();
  });

  it('is unknown for other texts and for ambiguous ones', () => {
    expect(['', ' ', '.', 'parsecs of cloth', ...ambiguousUnits].map(unitCodeOf)).toEqual(
      ['', ' ', '.', 'parsecs of cloth', ...ambiguousUnits].map(() => undefined),
    );
  });

  it('differs from the text for no more codes than those whose letters are an everyday name', () => {
    const others = unitCodes.filter((code) => unitCodeOf(code) !== code);
    expect(others.join(' ')).toBe(
      'AD AY CTN DB DT FL GB GJ GO HA JM KB KGS KO KW LA LK MC MD MKW MND PD QTR STK',
    );
  });

  it('is known for every unit of a hint', () => {
    expect(hintUnits.map(unitCodeOf)).not.toContain(undefined);
  });
});
