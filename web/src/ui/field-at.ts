/** The field that a pointer belongs to: the one of its name, or the one that speaks for a group of fields. */
export function fieldAt(scope: ParentNode, pointer: string): HTMLElement | null {
  const place = CSS.escape(pointer);
  const field = scope.querySelector<HTMLElement>(`[name="${place}"], [data-speaks-for="${place}"]`);
  // A choice keeps its value and name in a hidden field behind the one that is seen.
  const isHidden = field instanceof HTMLInputElement && field.type === 'hidden';
  return isHidden ? (field.previousElementSibling?.querySelector('input') ?? null) : field;
}

/** Puts the cursor into a field that is about to be drawn, or into the nearest one around it. */
export function focusSoon(pointer: string): void {
  requestAnimationFrame(() => {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const field = fieldAt(document, at);
      if (field === null) continue;
      field.focus();
      return;
    }
  });
}
