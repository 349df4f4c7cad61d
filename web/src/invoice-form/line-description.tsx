import { Combobox, Text, Textarea, type TextareaProps, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent } from 'react';
import { type Item, useItemChoice } from '../catalog/catalog-data';
import { priceText } from '../catalog/item-words';

interface LineDescriptionProps extends Omit<TextareaProps, 'value' | 'onKeyDown'> {
  readonly value: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onItem: (item: Item) => void;
}

/** The description of a line, with stored items to choose from. */
export function LineDescription({ onKeyDown, onItem, ...field }: LineDescriptionProps) {
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
    },
  });
  const [q] = useDebouncedValue(field.value, 150);
  const items = useItemChoice(q, combobox.dropdownOpened);
  const isOffered = combobox.dropdownOpened && items.length > 0;
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(index) => {
        const chosen = items[Number(index)];
        if (chosen) onItem(chosen);
        combobox.closeDropdown();
      }}
    >
      {/* In a text of several lines the arrows are for moving in it. */}
      <Combobox.Target
        withAriaAttributes={items.length > 0}
        withKeyboardNavigation={items.length > 0 && !field.value.includes('\n')}
      >
        <Textarea
          {...field}
          onChange={(event) => {
            field.onChange?.(event);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => {
            combobox.openDropdown();
          }}
          onBlur={(event) => {
            combobox.closeDropdown();
            field.onBlur?.(event);
          }}
          onKeyDown={(event) => {
            const isChoosing = isOffered && combobox.getSelectedOptionIndex() !== -1;
            if (!isChoosing) onKeyDown(event);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={items.length === 0}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label="Items">
          {items.map((item, index) => (
            <Combobox.Option key={item.id} value={String(index)}>
              <Text size="sm">{item.description}</Text>
              <Text size="xs" c="dimmed">
                {[priceText(item), item.external_id].filter(Boolean).join(' · ')}
              </Text>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
