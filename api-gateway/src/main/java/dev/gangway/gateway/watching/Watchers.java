package dev.gangway.gateway.watching;

import dev.gangway.contracts.job.JobId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Those who have read all news of a job, and wait for more. */
final class Watchers {

    private final Set<Watcher> waiting = ConcurrentHashMap.newKeySet();

    /**
     * Waits for news of {@code job} behind {@code known}.
     *
     * @return true when there are some, false when there were none for {@code atMost}
     */
    Uni<Boolean> await(JobId job, long known, Duration atMost) {
        return Uni.createFrom()
                .<Boolean>emitter(emitter -> {
                    Watcher watcher = new Watcher(job, known, emitter);
                    emitter.onTermination(() -> waiting.remove(watcher));
                    waiting.add(watcher);
                })
                .ifNoItem()
                .after(atMost)
                .recoverWithItem(false);
    }

    /** The jobs that somebody waits for. */
    Set<JobId> jobs() {
        return waiting.stream().map(Watcher::job).collect(Collectors.toSet());
    }

    /** Wakes those for whose jobs there are more news than they know. */
    void wake(Map<JobId, Long> latest) {
        Set<Watcher> behind = waiting.stream()
                .filter(watcher -> latest.getOrDefault(watcher.job(), 0L) > watcher.known())
                .collect(Collectors.toSet());
        waiting.removeAll(behind);
        behind.forEach(watcher -> watcher.emitter().complete(true));
    }

    private record Watcher(JobId job, long known, UniEmitter<? super Boolean> emitter) {}
}
