import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { templates } from './looks';

/** A layout as a form offers it. */
export interface TemplateOption {
  readonly value: string;
  readonly label: string;
  /** What it is like, or why it cannot be chosen. */
  readonly help: string;
  readonly disabled?: boolean;
}

/** The layouts of this installation: Finvo's own at once, those of the operator as soon as they are known. */
export function useTemplates(current: string): {
  readonly options: readonly TemplateOption[];
  readonly hasOwn: boolean;
} {
  const { data } = useQuery({
    queryKey: ['templates'],
    queryFn: async () => (await answered(api.GET('/dashboard/templates'))).data,
  });
  const own: TemplateOption[] = (data ?? [])
    .filter((template) => template.own)
    .map(({ name, problem }) => ({
      value: name,
      label: problem === null ? name : `${name} (broken)`,
      help: problem === null ? 'A layout of this installation.' : `It is broken: ${problem}`,
      disabled: problem !== null,
    }));
  const options = [...templates, ...own];
  const isGone = data !== undefined && !options.some(({ value }) => value === current);
  return {
    options: isGone ? [...options, goneOption(current)] : options,
    hasOwn: own.length > 0 || isGone,
  };
}

/** What was chosen stays visible, so that nobody wonders why it cannot be saved. */
function goneOption(value: string): TemplateOption {
  const help = 'This layout is not there any more: choose another one.';
  return { value, label: `${value} (gone)`, help, disabled: true };
}
