package dev.gangway.gateway.intake;

import dev.gangway.gateway.config.BodyConfig;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was asked over one connection and is not answered yet. Belongs to the connection's event loop. */
final class Conversation {

    private final BodyConfig config;
    private final List<Answer> answers = new ArrayList<>();
    private Duration patience;
    private Instant quietSince;

    /** A connection that was opened a moment ago. */
    Conversation(BodyConfig config, Instant now) {
        this.config = config;
        this.patience = config.headDeadline();
        this.quietSince = now;
    }

    /** Somebody asks. */
    void asked(HttpServerRequest request, Instant now) {
        quietSince = now;
        answers.removeIf(Answer::isWritten);
        answers.add(new Answer(request, config));
        patience = config.keepAlive();
    }

    /** Whether to hang up: nothing was asked for too long, or an answer is not read. */
    boolean isOverdue(Channel channel, Instant now) {
        boolean flowing = channel.isWritable();
        answers.removeIf(answer -> answer.isWritten() && flowing);
        if (answers.isEmpty()) {
            return now.isAfter(quietSince.plus(patience));
        }
        quietSince = now;
        long waiting = channel.bytesBeforeWritable();
        return answers.stream().anyMatch(answer -> answer.isUnread(waiting, now));
    }

    @Override
    public String toString() {
        return answers.isEmpty() ? "nothing was asked since " + quietSince : "the answer is not read";
    }
}
