/*
 * One fault for each rule of axe that we ask for. Markup is put at the end of `main`; functions run in
 * the page, and so use nothing from outside of them.
 */

type Fault = string | (() => void);

export const faults: Readonly<Record<string, Fault>> = {
  accesskeys: '<button accesskey="s">One</button><button accesskey="s">Two</button>',
  'area-alt':
    '<img src="/a.png" alt="Map" usemap="#map"><map name="map"><area href="/" shape="rect" coords="0,0,9,9"></map>',
  'aria-allowed-attr': '<a href="/" aria-checked="true">Link</a>',
  'aria-allowed-role': '<h2 role="checkbox" aria-checked="true" tabindex="0">Words</h2>',
  'aria-braille-equivalent': '<button aria-brailleroledescription="x">Words</button>',
  'aria-command-name': '<div role="button" tabindex="0"></div>',
  'aria-conditional-attr': '<label><input type="checkbox" aria-checked="true"> Words</label>',
  'aria-deprecated-role': '<ul role="directory"><li>Words</li></ul>',
  'aria-dialog-name': '<div role="dialog">Words</div>',
  'aria-hidden-body': () => document.body.setAttribute('aria-hidden', 'true'),
  'aria-hidden-focus': () =>
    document.querySelector('main a')!.parentElement!.setAttribute('aria-hidden', 'true'),
  'aria-input-field-name': '<div role="searchbox" tabindex="0"></div>',
  'aria-meter-name': '<div role="meter" aria-valuenow="1"></div>',
  'aria-progressbar-name': '<div role="progressbar"></div>',
  'aria-prohibited-attr': '<strong role="strong" aria-label="Words"></strong>',
  'aria-required-attr': '<div role="slider" tabindex="0" aria-label="Words"></div>',
  'aria-required-children': '<div role="list"><div role="button" tabindex="0">Words</div></div>',
  'aria-required-parent': '<div role="option">Words</div>',
  'aria-roles': '<p role="nothing">Words</p>',
  'aria-tab-name': '<div role="tablist"><div role="tab" tabindex="0"></div></div>',
  'aria-text': '<p role="text">Words <a href="/">link</a></p>',
  'aria-toggle-field-name': '<div role="switch" aria-checked="false" tabindex="0"></div>',
  'aria-tooltip-name': '<div role="tooltip"></div>',
  'aria-treeitem-name': '<div role="tree"><div role="treeitem" tabindex="0"></div></div>',
  'aria-valid-attr': '<p aria-nothing="x">Words</p>',
  'aria-valid-attr-value': '<button aria-expanded="nothing">Words</button>',
  'autocomplete-valid': '<label>Words <input autocomplete="nothing"></label>',
  'avoid-inline-spacing': () =>
    document.querySelector('h1')!.style.setProperty('letter-spacing', '1px', 'important'),
  blink: '<blink>Words</blink>',
  'button-name': '<button></button>',
  bypass: () => {
    document.body.innerHTML = '<p>Words <a href="/">Home</a></p>';
  },
  'color-contrast': () => document.querySelector('h1')!.style.setProperty('color', '#ddd'),
  'definition-list': '<dl><p>Words</p></dl>',
  dlitem: '<dt>Words</dt>',
  'document-title': () => {
    document.title = '';
  },
  'duplicate-id-aria':
    '<a href="/" aria-describedby="it">Link</a><p id="it">One</p><p id="it">Two</p>',
  'empty-heading': () => document.querySelector('h1')!.replaceChildren(),
  'empty-table-header':
    '<table><tr><th></th><th>Words</th></tr><tr><td>1</td><td>2</td></tr></table>',
  'form-field-multiple-labels':
    '<label for="it">One</label><label for="it">Two</label><input id="it">',
  'frame-focusable-content':
    '<iframe title="Words" tabindex="-1" srcdoc="<button>Words</button>"></iframe>',
  'frame-tested': '<iframe title="Words" sandbox srcdoc="<p>Words</p>"></iframe>',
  'frame-title': '<iframe srcdoc="<p>Words</p>"></iframe>',
  'frame-title-unique':
    '<iframe title="Words" srcdoc="<p>One</p>"></iframe><iframe title="Words" srcdoc="<p>Two</p>"></iframe>',
  'heading-order': '<h2>Words</h2><h5>Words</h5>',
  'html-has-lang': () => document.documentElement.removeAttribute('lang'),
  'html-lang-valid': () => document.documentElement.setAttribute('lang', 'nothing-nothing'),
  'html-xml-lang-mismatch': () => document.documentElement.setAttribute('xml:lang', 'fr'),
  'image-alt': '<img src="/a.png">',
  'image-redundant-alt': '<a href="/"><img src="/a.png" alt="Some words"> Some words</a>',
  'input-button-name': '<input type="button">',
  'input-image-alt': '<input type="image" src="/a.png">',
  label: '<input>',
  'label-content-name-mismatch': () =>
    document.querySelector('main a')!.setAttribute('aria-label', 'Something else'),
  'label-title-only': '<input title="Words">',
  'landmark-banner-is-top-level': '<div role="banner">Words</div>',
  'landmark-contentinfo-is-top-level': '<div role="contentinfo">Words</div>',
  'landmark-main-is-top-level': () => {
    const aside = document.createElement('aside');
    const main = document.querySelector('main')!;
    main.replaceWith(aside);
    aside.append(main);
  },
  'landmark-no-duplicate-banner': () =>
    document.body.insertAdjacentHTML('beforeend', '<div role="banner">Words</div>'.repeat(2)),
  'landmark-no-duplicate-contentinfo': () =>
    document.body.insertAdjacentHTML('beforeend', '<div role="contentinfo">Words</div>'.repeat(2)),
  'landmark-no-duplicate-main': () =>
    document.body.insertAdjacentHTML('beforeend', '<main>Words</main>'),
  'landmark-one-main': () => {
    const main = document.querySelector('main')!;
    const other = document.createElement('div');
    other.append(...main.childNodes);
    main.replaceWith(other);
  },
  'landmark-unique': '<nav aria-label="Words">One</nav><nav aria-label="Words">Two</nav>',
  'link-in-text-block': () => {
    const paragraph = document.createElement('p');
    paragraph.innerHTML = 'Words before a <a href="/">link</a> and words after it.';
    document.querySelector('main')!.append(paragraph);
    const link = paragraph.querySelector('a')!;
    link.style.setProperty('text-decoration', 'none');
    link.style.setProperty('color', '#222');
    paragraph.style.setProperty('color', '#111');
  },
  'link-name': () => document.querySelector('main a')!.replaceChildren(),
  list: () => document.querySelector('main ul, main ol')!.append(document.createElement('p')),
  listitem: '<div><li>Words</li></div>',
  marquee: '<marquee>Words</marquee>',
  'meta-refresh': () =>
    document.head.insertAdjacentHTML('beforeend', '<meta http-equiv="refresh" content="900">'),
  'meta-viewport': () =>
    document
      .querySelector('meta[name="viewport"]')!
      .setAttribute('content', 'width=device-width, user-scalable=no'),
  'meta-viewport-large': () =>
    document
      .querySelector('meta[name="viewport"]')!
      .setAttribute('content', 'width=device-width, maximum-scale=3'),
  'nested-interactive': () => {
    const button = document.createElement('button');
    button.innerHTML = 'Words <a href="/">link</a>';
    document.querySelector('main')!.append(button);
  },
  'no-autoplay-audio': '<audio src="/a.mp3" autoplay></audio>',
  'object-alt': '<object data="/a.svg" type="image/svg+xml"></object>',
  'page-has-heading-one': () => document.querySelector('h1')!.remove(),
  'presentation-role-conflict': '<h3 role="none" tabindex="0">Words</h3>',
  region: () => document.body.insertAdjacentHTML('beforeend', '<p>Words</p>'),
  'role-img-alt': '<div role="img"></div>',
  'scope-attr-valid': '<table><tr><td scope="rows">1</td></tr></table>',
  'scrollable-region-focusable': () => {
    const box = document.createElement('div');
    box.innerHTML = '<p>Words</p>';
    document.querySelector('main')!.append(box);
    box.style.cssText = 'overflow: auto; height: 20px; width: 50px';
    box.querySelector('p')!.style.cssText = 'height: 500px; width: 500px';
  },
  'select-name': '<select><option>Words</option></select>',
  'server-side-image-map': '<a href="/"><img src="/a.png" alt="Map" ismap></a>',
  'skip-link': () => {
    document.body.insertAdjacentHTML('afterbegin', '<a href="#nothing">Skip</a>');
    document.querySelector('a')!.style.cssText = 'position: absolute; left: -999px';
  },
  'summary-name': '<details><summary></summary>Words</details>',
  'svg-img-alt': '<svg role="img"><path d="M0 0h1v1z"/></svg>',
  tabindex: '<button tabindex="3">Words</button>',
  'table-duplicate-name':
    '<table summary="Words"><caption>Words</caption><tr><td>1</td></tr></table>',
  'target-size': () => {
    for (const name of ['a', 'b']) {
      const button = document.createElement('button');
      button.textContent = name;
      button.style.cssText = 'all: unset; display: inline-block; width: 8px; height: 8px';
      document.querySelector('main')!.append(button);
    }
  },
  'td-headers-attr':
    '<table><tr><th id="one">1</th></tr><tr><td id="two" headers="two">2</td></tr></table>',
  'th-has-data-cells': '<table><tr><th>1</th><th>2</th></tr><tr><th>3</th><th>4</th></tr></table>',
  'valid-lang': '<p lang="nothing-nothing">Words</p>',
  'video-caption': '<video src="/a.mp4"></video>',
};

/**
 * Rules that find nothing by themselves: they ask that a person looks, and the last of them would have
 * to load the sound.
 */
export const rulesThatAsk: ReadonlySet<string> = new Set([
  'aria-braille-equivalent',
  'bypass',
  'duplicate-id-aria',
  'form-field-multiple-labels',
  'frame-tested',
  'frame-title-unique',
  'server-side-image-map',
  'th-has-data-cells',
  'video-caption',
  'no-autoplay-audio',
]);
