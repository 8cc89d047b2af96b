import { everywhere, hashedCaching, policyHeader } from '../exports/host-files.ts';

const compressed =
  'text/html text/css text/plain text/xml text/csv text/calendar text/javascript application/javascript application/json application/xml application/atom+xml image/svg+xml';

/**
 * A sample for a host with Apache 2.4, with its modules alias, brotli, deflate, dir, headers, mime,
 * rewrite and ssl.
 *
 * What is in a folder without a page of its own is not forbidden but not there, as for nginx. Apache
 * gives a compressed file another ETag and then does not know it again, so ETags are left alone.
 *
 * @param site where the site is published, with any sub-path and a slash at the end
 * @param root the folder on the server in which the folders of its address are
 */
export function apacheSample({ hostname, pathname: base }: URL, root: string): string {
  const pattern = base.replaceAll('.', '\\.');
  const headers = Object.entries(everywhere).filter(([name]) => name !== 'X-Frame-Options');
  return `<VirtualHost *:80>
  ServerName ${hostname}
  Redirect permanent / https://${hostname}/
</VirtualHost>
<VirtualHost *:443>
  ServerName ${hostname}
  SSLEngine on
  SSLCertificateFile /etc/letsencrypt/live/${hostname}/fullchain.pem
  SSLCertificateKeyFile /etc/letsencrypt/live/${hostname}/privkey.pem
  DocumentRoot ${root}

  <Directory ${root + base}>
    Require all granted
    AllowOverride None
    Options FollowSymLinks
    DirectoryIndex index.html
    ErrorDocument 404 ${base}404.html

    RewriteEngine On
    RewriteCond %{REQUEST_FILENAME} -d
    RewriteCond %{REQUEST_FILENAME}/index.html !-f
    RewriteRule ^ - [R=404,L]

    AddType text/calendar .ics
    AddType text/csv .csv
    AddType application/atom+xml .atom
    AddDefaultCharset utf-8
    AddCharset utf-8 .css .js .csv .ics .atom .txt
    AddOutputFilterByType BROTLI_COMPRESS;DEFLATE ${compressed}

${headers.map(([name, value]) => `    Header always set ${name} "${value}"`).join('\n')}
    <If "%{REQUEST_URI} =~ m#^${pattern}embed/#">
      Header always set Content-Security-Policy "${policyHeader('*')}"
    </If>
    <Else>
      Header always set X-Frame-Options SAMEORIGIN
      Header always set Content-Security-Policy "${policyHeader("'self'")}"
    </Else>
    <If "%{REQUEST_URI} =~ m#^${pattern}_astro/#">
      Header set Cache-Control "${hashedCaching}"
    </If>
    <Else>
      Header set Cache-Control no-cache
    </Else>
  </Directory>
  BrotliAlterETag NoChange
  DeflateAlterETag NoChange
</VirtualHost>
`;
}
