package io.earlybrd.matcher.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.Attribution;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.HopTimes;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Place;
import io.earlybrd.events.Reason;
import io.earlybrd.events.Repost;
import io.earlybrd.events.Salary;
import io.earlybrd.events.SubscriberMatch;
import io.earlybrd.matcher.testing.Posting;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M12")
class MatchJsonTest {

    private static final String[] TEXTS = {
        "",
        "Go",
        "C++ \"phrase\"",
        "k8s = Kubernetes",
        "Köln \\ Zürich",
        "日本 \uD83D\uDE00",
        "\u0000\u001f\u2028</script>"
    };

    @Test
    void records_areWrittenAsTheContractSays() {
        // Given
        Random random = new Random(7);
        MatchJson json = new MatchJson();

        for (int i = 0; i < 200; i++) {
            // When
            JobMatched match = match(random);
            byte[] written = json.write(match);

            // Then
            assertThat(written).asString(UTF_8).isEqualTo(new String(EventJson.writeBytes(match), UTF_8));
            assertThat(EventJson.read(written, JobMatched.class)).isEqualTo(match);
        }
    }

    private static JobMatched match(Random random) {
        JobSummary job =
                random.nextInt(3) == 0 ? JobSummary.of(Posting.titled("Nurse").posted()) : full(random);
        return new JobMatched(
                text(random),
                random.nextLong(),
                random.nextInt(12),
                random.nextInt(3),
                job,
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> subscriber(random))
                        .toList(),
                new HopTimes(time(random), time(random), time(random)));
    }

    private static JobSummary full(Random random) {
        return new JobSummary(
                text(random),
                text(random),
                List.of(new Place("Bonn", Optional.of("Bonn"), Optional.empty(), Optional.of("DE"))),
                Optional.of("hybrid"),
                Optional.of(new Salary(Optional.of(1L), Optional.empty(), "EUR", "hour")),
                URI.create("https://jobs.example/" + random.nextInt(100)),
                "rss/https://jobs.example",
                Optional.of(time(random)),
                Optional.of(new Attribution(text(random), URI.create("https://board.example"))),
                Optional.of(new Repost(random.nextInt(9), time(random))));
    }

    private static SubscriberMatch subscriber(Random random) {
        return new SubscriberMatch(
                id(random),
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i -> new AlertMatch(id(random), random.nextInt(), reasons(random)))
                        .toList());
    }

    private static List<Reason> reasons(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> new Reason(text(random), text(random), random.nextInt()))
                .toList();
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static Instant time(Random random) {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }
}
