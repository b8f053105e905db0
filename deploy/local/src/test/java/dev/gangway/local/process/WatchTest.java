package dev.gangway.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

    private final Set<Part> wanted = new TreeSet<>(Set.of(Part.EMBEDDED, Part.TRAINER));
    private final Set<Part> running = new TreeSet<>(wanted);
    private final Set<Part> broken = new TreeSet<>();
    private final Map<Integer, Runnable> happens = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private RuntimeException unforeseen;
    private int look;

    @Test
    void whatDiesIsStartedAgainAtOnceAndTheWatchEndsWhenEverythingWasStopped() {
        happens.put(3, () -> running.remove(Part.TRAINER));
        happens.put(5, () -> running.remove(Part.EMBEDDED));
        happens.put(9, wanted::clear);

        assertThat(watch()).isEmpty();

        assertThat(starts).containsExactly(3, 5);
        assertThat(running).containsExactly(Part.EMBEDDED, Part.TRAINER);
        assertThat(told).containsExactly("trainer ended and is started again", "embedded ended and is started again");
    }

    @Test
    void whatWasStoppedIsLeftAlone() {
        happens.put(2, () -> {
            running.remove(Part.TRAINER);
            wanted.remove(Part.TRAINER);
        });
        happens.put(5, wanted::clear);

        assertThat(watch()).isEmpty();

        assertThat(starts).isEmpty();
    }

    @Test
    void whatDiesAtEveryStartIsStartedEverLaterAndGivenUpWhileTheRestIsWatched() {
        broken.add(Part.TRAINER);
        happens.put(1, () -> running.remove(Part.TRAINER));
        happens.put(100, wanted::clear);
        happens.put(99, () -> assertThat(told.get(told.size() - 1)).contains("trainer ended again and again"));

        assertThat(watch()).isEmpty();

        assertThat(starts).containsExactly(1, 3, 7, 15, 31, 63);
        assertThat(told).filteredOn(line -> line.equals("no memory")).hasSize(Restarts.MOST);
    }

    @Test
    void aSystemWithoutMemoryForAProcessDoesNotEndTheWatch() {
        unforeseen = new UncheckedIOException(new IOException("error=12, Cannot allocate memory"));
        happens.put(1, () -> running.remove(Part.TRAINER));
        happens.put(4, wanted::clear);

        assertThat(watch()).isEmpty();

        assertThat(starts).containsExactly(1, 3);
        assertThat(told).anyMatch(line -> line.startsWith("trainer could not be started: "));
        assertThat(running).contains(Part.TRAINER);
    }

    @Test
    void theWatchEndsWithTheNamesWhenEverythingIsGivenUp() {
        wanted.remove(Part.EMBEDDED);
        broken.add(Part.TRAINER);
        running.clear();

        assertThat(watch()).containsExactly(Part.TRAINER);
    }

    @Test
    void aMinuteInOrderForgetsEarlierDeaths() {
        for (int death = 0; death < 10; death++) {
            happens.put(1 + death * 70, () -> running.remove(Part.TRAINER));
        }
        happens.put(800, wanted::clear);

        assertThat(watch()).isEmpty();

        assertThat(starts).containsExactly(1, 71, 141, 211, 281, 351, 421, 491, 561, 631);
    }

    @Test
    void whatWasStoppedIsRememberedUntilItIsStarted(@TempDir Path home) {
        StoppedParts stopped = new StoppedParts(home.resolve("stopped"));
        assertThat(stopped.read()).isEmpty();

        stopped.add(List.of(Part.TRAINER, new Part(Role.COMPLETION, 2)));
        stopped.add(List.of(Part.TRAINER, Part.GATEWAY));
        stopped.remove(List.of(Part.GATEWAY, Part.EMBEDDED));

        assertThat(stopped.read()).containsExactly(Part.TRAINER, new Part(Role.COMPLETION, 2));
    }

    private Set<Part> watch() {
        return new Watch(
                        new Seen(),
                        length -> happens.getOrDefault(++look, () -> {}).run(),
                        told::add)
                .run();
    }

    /** A system of which only is known what runs. */
    private final class Seen implements Watch.Parts {

        @Override
        public Set<Part> wanted() {
            return Set.copyOf(wanted);
        }

        @Override
        public boolean runs(Part part) {
            return running.contains(part);
        }

        @Override
        public void start(Part part) {
            starts.add(look);
            if (broken.contains(part)) {
                throw new GangwayException("no memory");
            }
            if (unforeseen != null) {
                RuntimeException once = unforeseen;
                unforeseen = null;
                throw once;
            }
            running.add(part);
        }
    }
}
