package io.earlybrd.account.admin;

import io.earlybrd.account.session.SignedIn;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets only admins reach what is for them. Who is not logged in is sent to log in, by the pages' own annotation. */
class AdminFilter {

    private final Admins admins;

    AdminFilter(Admins admins) {
        this.admins = admins;
    }

    @AdminsOnly
    @ServerRequestFilter
    void check(RoutingContext context) {
        SignedIn.in(context).filter(signedIn -> !admins.include(signedIn)).ifPresent(stranger -> {
            throw new NotFoundException();
        });
    }
}
