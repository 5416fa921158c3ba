package io.earlybrd.notifier.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Serves the files that pages link. */
@Path(Assets.PATH)
@Cancellable(false)
public class AssetResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    /** The file of this name. */
    @GET
    @Path("{name}")
    public RestResponse<String> get(@RestPath String name) {
        return assets.named(name)
                .map(asset -> RestResponse.ResponseBuilder.ok(asset.content())
                        .header("Content-Type", asset.type() + ";charset=UTF-8")
                        .header("Cache-Control", FOR_EVER)
                        .build())
                .orElseGet(RestResponse::notFound);
    }
}
