/** The folder of the site’s own pages, within the data folder. */
export const pagesFolder = 'pages';
