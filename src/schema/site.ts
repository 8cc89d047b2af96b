import { z } from 'zod';
import {
  colourOf,
  contrastOf,
  leastContrast,
  ownBrand,
  readableLike,
  type Scheme,
} from '../domain/brand.ts';
import { promiseWordNames } from '../domain/own-words.ts';
import { codeHosts, hostOf, usualBranch } from '../domain/repository.ts';
import { asPattern, line, prose, refusal, webAddress } from './text.ts';

/** A colour that can be read in one of the two schemes (WCAG 2.2, success criterion 1.4.3). */
function readableColour(scheme: Scheme) {
  return z
    .string()
    .superRefine((text, context) => {
      const colour = colourOf(text);
      if (colour === undefined) {
        context.addIssue(
          refusal(
            text.trim() === ''
              ? 'This line says no colour. A # without quotation marks starts a note.'
              : `“${text}” is not a colour that this site can read.`,
            `Write a # and six digits or letters from a to f, with quotation marks around them:  ${scheme}: "${ownBrand[scheme]}"`,
          ),
        );
        return;
      }
      const contrast = contrastOf(colour, scheme);
      if (contrast >= leastContrast) return;
      const [fault, ground, change] =
        scheme === 'light' ? ['pale', 'light', 'darker'] : ['dark', 'dark', 'lighter'];
      context.addIssue(
        refusal(
          `“${text}” is too ${fault} to read on a ${ground} page: its contrast is ${(Math.floor(contrast * 10) / 10).toFixed(1)} to 1, and text needs ${leastContrast} to 1.`,
          `This is the same colour, ${change}:  ${scheme}: "${readableLike(colour, scheme)}"`,
        ),
      );
    })
    .meta(asPattern(/^#?(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/));
}

/** What comes after the name of a host in the address of a site. Files for hosts hold it as it is. */
const plainPath = /^(?:\/[\w~-][\w.~-]*)*\/?$/;

/** Where a site is published: on a host of its own, or in a folder of one. */
const siteAddress = webAddress.superRefine((text, context) => {
  if (context.issues.length > 0) return;
  const { pathname, search, hash } = new URL(text);
  if (plainPath.test(pathname) && !/\.html?$/i.test(pathname) && search === '' && hash === '')
    return;
  context.addIssue(
    refusal(
      `“${text}” cannot be the address of a whole site.`,
      'Write the address of its home page, such as https://carers.example.org/ or https://example.org/carers/. After the name of the host come at most folders, of letters without accents, digits, hyphens and dots.',
    ),
  );
});

/**
 * The name of a branch, as git allows it, so that it cannot lead elsewhere in an address.
 *
 * Source: `git help check-ref-format`.
 */
const branchName = line(100).superRefine((text, context) => {
  const isOdd = /^[-/.]|[/.]$|\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)|[\s~^:?*[\\]/.test(text);
  if (!isOdd) return;
  context.addIssue(
    refusal(
      `“${text}” cannot be the name of a branch.`,
      `Copy the name from the code host, such as  branch: ${usualBranch}`,
    ),
  );
});

/** Where the records are kept, as an address alone or with what the address does not tell. */
const repository = z
  .union([
    webAddress,
    z.strictObject({
      url: webAddress.meta({
        description: 'The address of the repository.',
        examples: ['https://git.anytown.gov.uk/carers/promises'],
      }),
      host: z
        .enum(codeHosts)
        .optional()
        .meta({
          description:
            'The software that keeps it. Left out where its address names it, such as github.com.',
          examples: ['gitlab'],
        }),
      branch: branchName.optional().meta({
        description: `The branch that the site is built from; “${usualBranch}” where this is left out.`,
        examples: ['live'],
      }),
    }),
  ])
  .superRefine((given, context) => {
    const { url, host } = typeof given === 'string' ? { url: given } : given;
    if (host !== undefined || !URL.canParse(url) || hostOf(url) !== undefined) return;
    context.addIssue(
      refusal(
        `The name ${new URL(url).hostname} does not say which software keeps the records, so no link could open one there.`,
        `If it is one of ${codeHosts.join(', ')}, say so, for example:\nrepository:\n  url: ${url}\n  host: gitlab\nIf it is none of them, take “repository” out.`,
      ),
    );
  });

/** What an adopter changes first: `site.yaml`. */
export const siteSchema = z
  .strictObject({
    name: line(40).meta({ description: 'The name of the site.', examples: ['Promised to carers'] }),
    summary: line(160).meta({
      description: 'What the site is for, in one plain sentence.',
      examples: ['See what was promised to people who look after someone.'],
    }),
    url: siteAddress.meta({
      description: 'The address at which the site will be published.',
      examples: ['https://carers.example.org/'],
    }),
    promise: z
      .enum(promiseWordNames)
      .optional()
      .meta({
        description:
          'What the site calls what a plan says it will do; “promise” where this is left out.',
        examples: ['action'],
      }),
    people: line(60)
      .optional()
      .meta({
        description:
          'Whom the promises are for, in the plural, as in “promises to carers”. Left out where they are for nobody in particular.',
        examples: ['carers'],
      }),
    run_by: line(160).meta({
      description: 'Who runs the site, as a sentence ends: “This site is run by …”.',
      examples: ['Doncaster carers’ forum'],
    }),
    official: prose.meta({
      description: 'Whether the site speaks for those who made the plans. Shown on every page.',
      examples: ['It is not run by the government, the NHS or a council.'],
    }),
    contact: z.email().meta({
      description: 'The email address to write to.',
      examples: ['hello@example.org'],
    }),
    repository: repository.optional().meta({
      description:
        'Where the records are kept, on a code-hosting website. Each action then has a link that opens its record.',
      examples: ['https://github.com/example/promised-to-carers'],
    }),
    open_questions: z
      .enum(['hold', 'show'])
      .optional()
      .meta({
        description:
          'What happens while an import has left questions open. “hold” does not publish the site until each is answered; “show” publishes it with the source’s own words in their place.',
        examples: ['hold'],
      }),
    reminders: z
      .enum(['true', 'false'])
      .optional()
      .meta({
        description:
          'Write  reminders: true  to have one open issue for each lead on GitHub, with what is due soon, past its date or without news for a year.',
        examples: ['true'],
      }),
    help: z
      .array(
        z.strictObject({
          name: line(80).meta({ description: 'Who gives help.', examples: ['Carers UK'] }),
          url: webAddress.meta({
            description: 'The address of their website.',
            examples: ['https://www.carersuk.org/'],
          }),
          about: line(160).meta({
            description: 'What they can help with, in one plain sentence.',
            examples: ['A charity for carers in the UK.'],
          }),
        }),
      )
      .min(1)
      .optional()
      .meta({
        description:
          'Where to get help with what no plan promises. Search shows it when it finds nothing. Put your carers’ centre first.',
      }),
    brand: z
      .strictObject({
        light: readableColour('light').meta({
          description: 'On a light page.',
          examples: ['#0c4a5b'],
        }),
        dark: readableColour('dark').meta({
          description: 'On a dark page, for readers who set their device so.',
          examples: ['#8fd0e3'],
        }),
      })
      .optional()
      .meta({ description: 'The colour of links and buttons. Its contrast is checked.' }),
  })
  .meta({ id: 'site', title: 'Site', description: 'The name, address and people of this site.' });

/** The site as an adopter writes it. */
export type SiteRecord = z.infer<typeof siteSchema>;
