/**
 * Employers' job boards on this machine: Greenhouse and Lever in the shape of their recorded answers, RSS and Atom feeds,
 * conditional requests, robots.txt, and faults on demand. {@link io.earlybrd.testkit.board.BoardStub} is for tests,
 * {@link io.earlybrd.testkit.board.DemoBoard} is the one of the local run, whose postings grow.
 */
package io.earlybrd.testkit.board;
