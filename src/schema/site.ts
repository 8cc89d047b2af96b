import { z } from 'zod';
import {
  colourOf,
  contrastOf,
  leastContrast,
  ownBrand,
  readableLike,
  type Scheme,
} from '../domain/brand.ts';
import { optionalGuidePages } from '../domain/guide-pages.ts';
import { promiseWordNames } from '../domain/own-words.ts';
import { codeHosts, hostOf, usualBranch } from '../domain/repository.ts';
import { asPattern, boundedDate, line, prose, refusal, webAddress } from './text.ts';

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
              ? 'This line has no colour. A # without quotation marks starts a note.'
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

/** The front page of a repository, where the address is of another page of it on a well-known host. */
function frontPage(url: string): string | undefined {
  return /^(https:\/\/(?:github\.com|codeberg\.org|gitlab\.com)(?:\/[^/?#]+){2,}?)\/(?:-\/)?(?:tree|blob|edit|src|pulls?|issues|actions|settings|commits?|wiki|merge_requests)(?:[/?#]|$)/.exec(
    url,
  )?.[1];
}

/** Where the records are kept, as an address alone or with what the address does not tell. */
const repository = z
  .union([
    webAddress,
    z.strictObject({
      url: webAddress.meta({
        description: 'The address of the repository.',
        examples: ['https://git.anytown.gov.uk/plans/promises'],
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
    const front = frontPage(url);
    if (front !== undefined) {
      context.addIssue(
        refusal(
          `“${url}” is a page within the repository, and links made from it would lead nowhere.`,
          `Write the address of the repository itself:  ${front}`,
        ),
      );
      return;
    }
    if (host !== undefined || !URL.canParse(url) || hostOf(url) !== undefined) return;
    // An address of another sort is refused by itself.
    if (!/^https?:$/.test(new URL(url).protocol)) return;
    context.addIssue(
      refusal(
        `The name ${new URL(url).hostname} does not say which software keeps the records, so no link could open one there.`,
        `If it is one of ${codeHosts.join(', ')}, say so, for example:\nrepository:\n  url: ${url}\n  host: gitlab\nIf it is something else, take “repository” out.`,
      ),
    );
  });

/** Links to other websites, in the order in which they are shown. */
const ownLinks = z
  .array(
    z.strictObject({
      title: line(40).meta({ description: 'The words of the link.', examples: ['Our council'] }),
      url: webAddress.meta({
        description: 'Where it leads.',
        examples: ['https://www.anytown.gov.uk/'],
      }),
    }),
  )
  .min(1)
  .max(6);

/** What an adopter changes first: `site.yaml`. */
export const siteSchema = z
  .strictObject({
    name: line(40).meta({
      description: 'The name of the site.',
      examples: ['Promised in Anytown'],
    }),
    summary: line(160).meta({
      description: 'What the site is for, in one plain sentence.',
      examples: ['See what was promised to people who look after someone.'],
    }),
    url: siteAddress.meta({
      description: 'The address at which the site will be published.',
      examples: ['https://plans.example.org/'],
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
          'Who the promises are for, in the plural, as in “promises to residents”. Left out if they are for nobody in particular.',
        examples: ['residents'],
      }),
    people_words: z
      .array(line(40))
      .min(1)
      .optional()
      .meta({
        description:
          'Other words for these people, and for what they do. Everything here is about them, so these words count for little beside another word of a search.',
        examples: [['resident', 'living']],
      }),
    run_by: line(160).meta({
      description: 'Who runs the site, as a sentence ends: “This site is run by …”.',
      examples: ['Anytown Council'],
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
      examples: ['https://github.com/example/promised'],
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
          name: line(80).meta({ description: 'Who gives help.', examples: ['Citizens Advice'] }),
          url: webAddress.meta({
            description: 'The address of their website.',
            examples: ['https://www.citizensadvice.org.uk/'],
          }),
          about: line(160).meta({
            description: 'What they can help with, in one plain sentence.',
            examples: ['Free advice about money, housing and rights.'],
          }),
        }),
      )
      .min(1)
      .optional()
      .meta({
        description:
          'Where to get help with what no plan promises. Search shows it when it finds nothing. Put the nearest first.',
      }),
    heading: line(90)
      .optional()
      .meta({
        description:
          'The heading of the home page. Where this is left out, it asks what was promised and whether it happened.',
        examples: ['What was promised in Anytown, and did it happen?'],
      }),
    about: prose.optional().meta({
      description:
        'What a reader should know first about the subject and the people, at the top of the page “About this site”.',
      examples: ['The town has six libraries, and 20,000 people use them.'],
    }),
    links: z
      .strictObject({
        header: ownLinks.optional().meta({ description: 'In the header of every page.' }),
        footer: ownLinks.optional().meta({ description: 'In the footer of every page.' }),
      })
      .optional()
      .meta({ description: 'Links to other websites, beside those that every page has.' }),
    guide: z
      .strictObject({
        leave_out: z
          .array(z.enum(optionalGuidePages))
          .min(1)
          .meta({
            description: 'Pages of the guide that your site does without.',
            examples: [['adopting', 'hosting']],
          }),
      })
      .optional()
      .meta({ description: 'Which pages the guide has; all of them where this is left out.' }),
    accessibility: z
      .strictObject({
        prepared: boundedDate.meta({
          description: 'The day on which you first read the accessibility statement and agreed it.',
          examples: ['22 November 2026'],
        }),
        reviewed: boundedDate.meta({
          description: 'The day on which you last did so. Do it at least once a year.',
          examples: ['22 November 2026'],
        }),
        tested: prose.optional().meta({
          description: 'What you have tested yourselves, with whom and how.',
          examples: ['Two people who use a screen reader read the home page and an action.'],
        }),
        contact: z
          .email()
          .optional()
          .meta({
            description:
              'Whom to write to about accessibility, if not the address under “contact”.',
            examples: ['access@example.org'],
          }),
      })
      .optional()
      .meta({ description: 'The facts that only you know for the accessibility statement.' }),
    privacy: z
      .strictObject({
        host: line(80).meta({
          description: 'Whose computers the site is on.',
          examples: ['GitHub'],
        }),
        statement: webAddress.optional().meta({
          description: 'The address of their privacy statement.',
          examples: ['https://docs.github.com/en/site-policy/privacy-policies'],
        }),
        note: prose.optional().meta({
          description: 'What else readers should know, such as how long you keep their emails.',
          examples: ['We delete emails after one year.'],
        }),
      })
      .optional()
      .meta({ description: 'The facts that only you know for the page on privacy.' }),
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
