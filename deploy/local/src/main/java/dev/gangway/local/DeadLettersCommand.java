package dev.gangway.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.process.Listener;
import dev.gangway.local.process.LocalSystem;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gangway dead-letters}. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Shows what nobody could read, and sends it to its topic again.",
        description =
                "A record that no service could read or act on is put aside with the reason. When the reason is gone,"
                        + " because a service was updated or repaired, it can be replayed: sent to its topic as it first came.")
final class DeadLettersCommand {

    private static final String PATH = "/v1/dead-letters";

    private final LocalSystem system;

    @Spec
    private CommandSpec spec;

    DeadLettersCommand(LocalSystem system) {
        this.system = system;
    }

    /** Which dead letters. */
    static final class Filter {

        @Option(names = "--topic", paramLabel = "T", description = "only those that stood on this topic")
        private String topic;

        @Option(names = "--code", paramLabel = "C", description = "only those with this reason")
        private String code;

        private String query(String cursor) {
            StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
            add(query, "topic", topic);
            add(query, "code", code);
            add(query, "cursor", cursor);
            return query.toString();
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, header = "Lists them, the latest first.")
    int list(
            @Mixin Filter filter,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "how many at most (default: ${DEFAULT-VALUE})")
                    int limit) {
        PrintWriter out = out();
        JsonNode page = gateway().get(PATH + filter.query(null));
        out.printf(Locale.ROOT, "%-8s %-27s %-22s %-26s %s%n", "OFFSET", "WHEN", "CODE", "TOPIC", "REPLAYS");
        int shown = show(out, page, limit);
        while (page.hasNonNull("next") && shown < limit) {
            page = gateway().get(PATH + filter.query(page.path("next").asText()));
            shown += show(out, page, limit - shown);
        }
        return 0;
    }

    /** Shows the first {@code most} of a page; tells how many these were. */
    private static int show(PrintWriter out, JsonNode page, int most) {
        int shown = 0;
        for (JsonNode letter : page.path("items")) {
            if (shown < most) {
                line(out, letter);
                shown++;
            }
        }
        return shown;
    }

    private static void line(PrintWriter out, JsonNode letter) {
        out.printf(
                Locale.ROOT,
                "%-8d %-27s %-22s %-26s %d%n",
                letter.path("offset").asLong(),
                letter.path("at").asText(),
                letter.path("code").asText("-"),
                letter.path("origin").path("topic").asText("-"),
                letter.path("replays").asLong());
    }

    @Command(name = "show", mixinStandardHelpOptions = true, header = "Shows one of them with its body, as JSON.")
    int show(@Parameters(paramLabel = "OFFSET") long offset) {
        out().println(gateway().get(PATH + "/" + offset).toPrettyString());
        return 0;
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            header = "Sends them to their topics again.",
            description = "What is still unreadable becomes a dead letter again.")
    int replay(
            @Parameters(paramLabel = "OFFSET", arity = "0..*") List<Long> offsets,
            @Option(names = "--all", description = "all that fit, but for those that were sent before") boolean all,
            @Option(names = "--again", description = "with --all: also those that were sent before") boolean again,
            @Mixin Filter filter) {
        boolean named = offsets != null && !offsets.isEmpty();
        if (named == all) {
            throw new ParameterException(
                    spec.subcommands().get("replay"), "name either the offsets that are to be replayed, or --all");
        }
        return all ? replayAll(filter, again) : replayEach(offsets);
    }

    private int replayEach(List<Long> offsets) {
        for (long offset : offsets) {
            JsonNode replayed = gateway().post(PATH + "/" + offset + "/replay");
            long before = replayed.path("replaysBefore").asLong();
            out().printf(
                            Locale.ROOT,
                            "%d is sent to %s again%s%n",
                            offset,
                            replayed.path("topic").asText(),
                            before == 0
                                    ? ""
                                    : String.format(
                                            Locale.ROOT,
                                            ", for the %d. time; the last was %s",
                                            before + 1,
                                            replayed.path("lastReplayedAt").asText()));
        }
        return 0;
    }

    private int replayAll(Filter filter, boolean again) {
        int sent = 0;
        int skipped = 0;
        int refused = 0;
        String cursor = null;
        do {
            String query = filter.query(cursor);
            JsonNode part = gateway().post(PATH + "/replay" + query + (query.isEmpty() ? "?" : "&") + "again=" + again);
            sent += part.path("replayed").size();
            skipped += part.path("skipped").size();
            refused += part.path("refused").size();
            cursor = part.path("next").asText(null);
        } while (cursor != null);
        out().printf(
                        Locale.ROOT,
                        "%d sent again, %d skipped that were sent before, %d left that came from no topic%n",
                        sent,
                        skipped,
                        refused);
        return 0;
    }

    private static void add(StringJoiner query, String name, String value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private GangwayClient gateway() {
        return new GangwayClient(
                URI.create("http://127.0.0.1:" + system.layout().port(Listener.GATEWAY)));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
