/**
 * `netlify.toml`. What is built for a pull request says so on each page. Netlify gives `REVIEW_ID` its
 * number.
 *
 * Source: https://docs.netlify.com/build/configure-builds/file-based-configuration/ and
 * https://docs.netlify.com/build/configure-builds/environment-variables/
 */
export const netlifyConfig = `[build]
  command = "npm run build"
  publish = "dist"

[context.deploy-preview]
  command = "npm run build -- --preview \\"pull request $REVIEW_ID\\""

[context.branch-deploy]
  command = "npm run build -- --preview \\"the branch $BRANCH\\""
`;
