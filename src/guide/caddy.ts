import { everywhere, hashedCaching, policyHeader } from '../exports/host-files.ts';

/**
 * A sample for a host with Caddy 2.6 or later. Caddy gets certificates and sends readers to https by itself.
 *
 * @param site where the site is published, with any sub-path and a slash at the end
 * @param root the folder on the server in which the folders of its address are
 */
export function caddySample({ hostname, pathname: base }: URL, root: string): string {
  const headers = Object.entries(everywhere).filter(([name]) => name !== 'X-Frame-Options');
  const place = base === '/' ? '/*' : `${base.slice(0, -1)} ${base}*`;
  return `${hostname} {
  @site path ${place}
  @framed path ${base}embed/*
  @unframed {
    path ${place}
    not path ${base}embed/*
  }
  @hashed path ${base}_astro/*
  @unhashed {
    path ${place}
    not path ${base}_astro/*
  }
  @calendars path ${base}*.ics
  @tables path ${base}*.csv
  @feeds path ${base}*.atom
  handle @site {
    root * ${root}
    encode zstd gzip
    header {
${headers.map(([name, value]) => `      ${name} "${value}"`).join('\n')}
    }
    header @unframed X-Frame-Options SAMEORIGIN
    header @unframed Content-Security-Policy "${policyHeader("'self'")}"
    header @framed Content-Security-Policy "${policyHeader('*')}"
    header @hashed Cache-Control "${hashedCaching}"
    header @unhashed Cache-Control no-cache
    header @calendars Content-Type "text/calendar; charset=utf-8"
    header @tables Content-Type "text/csv; charset=utf-8"
    header @feeds Content-Type "application/atom+xml; charset=utf-8"
    file_server {
      precompressed br gzip
    }
  }
  handle_errors {
    @lost expression {err.status_code} == 404
    handle @lost {
      root * ${root}
      rewrite * ${base}404.html
      header Content-Type "text/html; charset=utf-8"
      header X-Frame-Options SAMEORIGIN
      header Content-Security-Policy "${policyHeader("'self'")}"
      file_server
    }
  }
}
`;
}
