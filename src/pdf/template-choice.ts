import { Injectable } from '@nestjs/common';
import { type Fault } from '../common/errors/app-error.js';
import { nearest } from '../common/http/read-request.js';
import { OwnTemplates } from './own/own-templates.js';
import {
  currentVersion,
  isTemplateName,
  templateNames,
  usualTemplate,
} from './template-versions.js';

/** A layout that can be chosen, or could be if it were not broken. */
export interface Template {
  readonly name: string;
  /** Whether it is one of the operator's. */
  readonly own: boolean;
  /** Why it is refused. */
  readonly problem: string | undefined;
}

/** Which layouts there are, those of Finvo and those of the operator, and which may be chosen. */
@Injectable()
export class TemplateChoice {
  constructor(private readonly own: OwnTemplates) {}

  /** All of them, those of Finvo first. */
  list(): Template[] {
    return [
      ...templateNames.map((name) => ({ name, own: false, problem: undefined })),
      ...this.own.names.map((name) => ({ name, own: true, problem: this.own.problemOf(name) })),
    ];
  }

  /** What is wrong with `/template` of a request, or with the layout that it takes from elsewhere. */
  faults(name: unknown): Fault[] {
    if (typeof name !== 'string') return [];
    const known = this.list();
    const found = known.find((template) => template.name === name);
    if (found === undefined) {
      const names = known.map((template) => template.name);
      return [unknownTemplate(name, names)];
    }
    return found.problem === undefined ? [] : [brokenTemplate(name, found.problem)];
  }

  /** The version of a layout without {@link faults} that an invoice made now keeps. */
  version(name: string | null | undefined): string {
    const chosen = name ?? usualTemplate;
    return isTemplateName(chosen) ? currentVersion(chosen) : this.own.version(chosen);
  }
}

function unknownTemplate(name: string, names: readonly string[]): Fault {
  const meant = nearest(name, names);
  return {
    pointer: '/template',
    code: 'not_a_choice',
    message: `Expected one of: ${names.join(', ')}.`,
    ...(meant !== undefined && { hint: `Did you mean "${meant}"?` }),
  };
}

/** A layout of the operator that makes no PDF; `problem` is what Typst says of it. */
export function brokenTemplate(name: string, problem: string): Fault {
  return {
    pointer: '/template',
    code: 'template_broken',
    message: `The layout "${name}" makes no PDF: ${problem}`,
    hint: 'Choose another layout, or ask the operator to mend it (TEMPLATES_DIR).',
  };
}
