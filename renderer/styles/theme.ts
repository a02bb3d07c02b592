import {
  Button,
  Combobox,
  type CSSVariablesResolver,
  createTheme,
  InputWrapper,
  type MantineColorsTuple,
  Modal,
  Notification,
  NumberInput,
  PasswordInput,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** The one accent: an ink blue that leaves green, amber, red and sky blue to the four meanings. */
const ink: MantineColorsTuple = [
  '#eef0fd',
  '#dcdff9',
  '#b9bff2',
  '#979eec',
  '#7f88f0',
  '#666ee0',
  '#535bd2',
  '#4149c4',
  '#343ba6',
  '#282e85',
];

/** Slightly cool greys from text to page; index 7 is the page in the dark. */
const dark: MantineColorsTuple = [
  '#e9ebf0',
  '#b3bac6',
  '#949dac',
  '#5c6473',
  '#363b46',
  '#2a2e37',
  '#1c1f26',
  '#16181d',
  '#121419',
  '#0c0e12',
];

type WrapperPart = 'label' | 'input' | 'description' | 'error';

/** The hint stands under its field, so that labels and fields of one row line up. */
const wrapperOrder: WrapperPart[] = ['label', 'input', 'description', 'error'];
const field = { defaultProps: { size: 'sm', inputWrapperOrder: wrapperOrder } };

/** The kit's theme: dense, quiet, contrast AA in both schemes. Colours with a meaning live in `tokens.css`. */
export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily: '"Golos Text Variable", "Golos Text", system-ui, sans-serif',
  fontFamilyMonospace: '"JetBrains Mono", monospace',
  fontSizes: { xs: '12px', sm: '13.5px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.3' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.3' },
      h2: { fontSize: '15px', lineHeight: '1.4' },
      h3: { fontSize: '13.5px', lineHeight: '1.4' },
    },
  },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    InputWrapper: InputWrapper.extend({ styles: { label: { fontWeight: 500, marginBottom: 4 } } }),
    Button: Button.extend({ defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 500 } } }),
    // A list of four hundred classes costs nothing until it is opened.
    Combobox: Combobox.extend({ defaultProps: { keepMounted: false } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.35 } },
      styles: {
        title: { fontSize: '15px', fontWeight: 600 },
        header: { padding: '16px 16px 8px 20px', background: 'var(--desk-raised)' },
        body: { padding: '4px 20px 20px' },
        content: { background: 'var(--desk-raised)', border: '1px solid var(--desk-border)' },
      },
    }),
    Notification: Notification.extend({
      defaultProps: { withBorder: true, radius: 'md' },
      styles: { root: { background: 'var(--desk-raised)', boxShadow: 'var(--desk-shadow)' } },
    }),
    NumberInput: NumberInput.extend(field),
    PasswordInput: PasswordInput.extend(field),
    Select: Select.extend(field),
    Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend(field),
    TextInput: TextInput.extend(field),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false } }),
  },
});

/** Ties the kit's own surfaces and borders to the tokens. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--desk-page)',
    '--mantine-color-text': 'var(--desk-ink)',
    '--mantine-color-dimmed': 'var(--desk-ink-3)',
    '--mantine-color-default-border': 'var(--desk-control)',
    '--mantine-color-disabled': 'var(--desk-neutral-surface)',
    '--mantine-color-disabled-color': 'var(--desk-ink-3)',
    '--mantine-color-disabled-border': 'var(--desk-border)',
    '--mantine-color-error': 'var(--desk-needs-you)',
    '--mantine-color-placeholder': 'var(--desk-ink-3)',
  };
  return { variables: {}, light: shared, dark: { ...shared, '--mantine-color-default': 'var(--desk-raised)' } };
};
