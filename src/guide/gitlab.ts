/**
 * `.gitlab-ci.yml` for GitLab Pages, 17.9 or later. It publishes the default branch, after a push and
 * on a schedule. In a merge request it shows what the check says, and offers a preview to download.
 * Pages sends the compressed files that are beside others.
 *
 * Source: https://docs.gitlab.com/user/project/pages/ and https://docs.gitlab.com/ci/yaml/
 */
export const gitlabPipeline = `image: node:24

workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

check:
  stage: test
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - npm ci
    - npm run check
    - npm run build -- --preview "merge request $CI_MERGE_REQUEST_IID" --folder
  artifacts:
    expose_as: preview
    expire_in: 2 weeks
    paths:
      - preview/

pages:
  stage: deploy
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  resource_group: pages
  script:
    - npm ci
    - npm run check
    - npm run build -- --compressed
  pages:
    publish: dist
  artifacts:
    paths:
      - dist
`;
