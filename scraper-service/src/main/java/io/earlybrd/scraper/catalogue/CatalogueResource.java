package io.earlybrd.scraper.catalogue;

import io.earlybrd.events.call.ServiceOnly;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Adapters;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.source.Problem;
import io.earlybrd.scraper.source.SourceImport;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Shows and imports the starter catalogue. For other services only. */
@Path("/api/catalogue")
@Cancellable(false)
@ServiceOnly
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CatalogueResource {

    private final Adapters adapters;
    private final SourceImport sources;

    /** Of the providers that can be read. */
    private final List<Catalogue.Entry> entries;

    CatalogueResource(Adapters adapters, SourceImport sources) {
        this.adapters = adapters;
        this.sources = sources;
        this.entries = Catalogue.entries().stream()
                .filter(entry -> adapters.find(entry.provider()).isPresent())
                .toList();
    }

    /** How many boards there are, by provider. */
    @GET
    public SortedMap<String, Long> boards() {
        return entries.stream()
                .collect(Collectors.groupingBy(Catalogue.Entry::provider, TreeMap::new, Collectors.counting()));
    }

    /** Adds the boards of some or all providers that are not sources yet; 400 if the catalogue has none of a provider. */
    @POST
    public Uni<Response> add(@Nullable Import wanted) {
        Import asked = wanted == null ? new Import(null, null) : wanted;
        Set<String> providers = new HashSet<>(boards().keySet());
        if (asked.providers() != null) {
            if (!providers.containsAll(asked.providers())) {
                return Uni.createFrom()
                        .item(Problem.response(
                                Status.BAD_REQUEST,
                                "The catalogue has boards of " + String.join(", ", boards().keySet()) + "."));
            }
            providers.retainAll(asked.providers());
        }
        List<SourceImport.Wanted> boards = entries.stream()
                .filter(entry -> providers.contains(entry.provider()))
                .map(this::wanted)
                .toList();
        return sources.add(
                        boards, Boolean.FALSE.equals(asked.enabled()) ? SourceImport.State.OFF : SourceImport.State.ON)
                .map(added ->
                        Response.ok(new Imported(added, boards.size() - added)).build());
    }

    private SourceImport.Wanted wanted(Catalogue.Entry entry) {
        Adapter adapter = adapters.find(entry.provider()).orElseThrow();
        return new SourceImport.Wanted(adapter, new Board(adapter.boardName(entry.board()), entry.company()));
    }

    /**
     * What is to be imported.
     *
     * @param providers all if it is absent
     * @param enabled whether what is added is polled; it is, if this is absent
     */
    public record Import(
            @Nullable List<String> providers, @Nullable Boolean enabled) {}

    /**
     * What came of it.
     *
     * @param added sources that are new
     * @param there boards that were sources before
     */
    public record Imported(int added, int there) {}
}
