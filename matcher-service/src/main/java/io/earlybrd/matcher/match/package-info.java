/**
 * The one engine that decides whether a job is for an alert. Live matching, preview and explanation all ask {@link
 * io.earlybrd.matcher.match.Criteria}, so they cannot disagree.
 */
package io.earlybrd.matcher.match;
