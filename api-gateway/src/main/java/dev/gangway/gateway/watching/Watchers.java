package dev.gangway.gateway.watching;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

/** Those who wait to be told more. */
final class Watchers {

    private final Set<Watcher> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock;

    /** Nobody waits yet; {@code clock} tells those who have waited long enough. */
    Watchers(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /**
     * Waits for what follows {@code position}.
     *
     * @return what is told then; {@link Portion#SILENCE} when nothing was for {@code atMost}
     */
    Uni<Portion> await(Position position, Duration atMost) {
        return Uni.createFrom()
                .<Portion>emitter(emitter -> {
                    Watcher watcher = new Watcher(position, emitter);
                    emitter.onTermination(() -> waiting.remove(watcher));
                    waiting.add(watcher);
                })
                .ifNoItem()
                .after(atMost)
                .on(clock)
                .recoverWithItem(Portion.SILENCE);
    }

    /** Where somebody waits. */
    Set<Position> positions() {
        return waiting.stream().map(Watcher::position).collect(Collectors.toSet());
    }

    /** Tells what follows these positions to everybody who waits there. */
    void tell(Map<Position, Portion> told) {
        Set<Watcher> concerned = waiting.stream()
                .filter(watcher -> told.containsKey(watcher.position()))
                .collect(Collectors.toSet());
        waiting.removeAll(concerned);
        concerned.forEach(watcher -> watcher.emitter().complete(told.get(watcher.position())));
    }

    /** Two who wait at one position are two: emitters are told apart by their identity. */
    private record Watcher(Position position, UniEmitter<? super Portion> emitter) {}
}
