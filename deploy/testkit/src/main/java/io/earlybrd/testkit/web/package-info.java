/** What the local stand-ins share: a small HTTP server, its answers, its log of requests and the look of its pages. */
package io.earlybrd.testkit.web;
