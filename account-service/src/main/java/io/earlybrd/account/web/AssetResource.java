package io.earlybrd.account.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Serves the stylesheet and the icon; a name is never used for other content, so caches may keep it for ever. */
@Path(Assets.PATH)
@Cancellable(false)
class AssetResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @Path("{name}")
    public RestResponse<String> asset(String name) {
        Asset asset = assets.named(name).orElseThrow(NotFoundException::new);
        return RestResponse.ResponseBuilder.ok(asset.content())
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }
}
