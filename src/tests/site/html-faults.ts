import { HtmlValidate, StaticConfigLoader, type ResolvedConfig } from 'html-validate';

/** Works the rules out once: its parent does so for every page, which takes longer than some pages. */
class OneConfig extends StaticConfigLoader {
  #resolved: ResolvedConfig | Promise<ResolvedConfig> | undefined;
  override getConfigFor(handle: string) {
    return (this.#resolved ??= super.getConfigFor(handle));
  }
}

const config = new OneConfig({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'error',
    // What comes from the site itself needs no checksum.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Boxes of one group share a name, so that several can be chosen.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // The build writes the shortest form that HTML allows; readers and browsers see no difference.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
  },
});
const validator = new HtmlValidate(config);

/** What is wrong with the HTML of a page, one fault to a line. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`);
}
