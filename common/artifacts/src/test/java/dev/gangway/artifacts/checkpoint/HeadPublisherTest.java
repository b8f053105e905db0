package dev.gangway.artifacts.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.artifacts.store.ObjectsInMemory;
import dev.gangway.artifacts.store.StoreUnavailableException;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.testing.SettableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HeadPublisherTest {

    private static final int OWNERS = 8;

    private final ObjectStore store = new ObjectsInMemory();
    private final HeadPublisher heads = new HeadPublisher(store, new SettableClock(Instant.EPOCH));
    private final CheckpointLine line = new CheckpointLine(TeamId.DEFAULT, "faces", JobId.random());

    @RepeatedTest(20)
    void whenOwnersPublishAtOnceTheNewestStays() {
        LongStream.rangeClosed(1, OWNERS).parallel().forEach(this::publishUnlessStale);

        assertThat(heads.head(line).orElseThrow().checkpoint().token()).isEqualTo(OWNERS);
    }

    @Test
    void whoeverWasReplacedPublishesNothingMoreAlsoBeforeItsSuccessorDoes() {
        heads.publish(line.checkpoint(0, 10, 1));
        heads.takeOver(line, 2);

        assertThatThrownBy(() -> heads.publish(line.checkpoint(0, 20, 1))).isInstanceOf(StaleTokenException.class);
        assertThat(heads.head(line).orElseThrow().checkpoint())
                .isEqualTo(line.checkpoint(0, 10, 1).id());
        assertThatThrownBy(() -> heads.takeOver(line, 1)).isInstanceOf(StaleTokenException.class);
        heads.publish(line.checkpoint(0, 20, 2));
        assertThat(heads.head(line).orElseThrow().checkpoint().step()).isEqualTo(20);
    }

    @Test
    void aLineThatWasTakenOverBeforeItsFirstCheckpointHasNone() {
        heads.takeOver(line, 2);

        assertThat(heads.head(line)).isEmpty();
        assertThatThrownBy(() -> heads.publish(line.checkpoint(0, 10, 1))).isInstanceOf(StaleTokenException.class);
    }

    @Test
    void aStoreThatAlwaysSaysThatItsHeadIsAnotherIsGivenUpAfterLongerAndLongerPauses() {
        ObjectStore taken = new ObjectsInMemory();
        taken.put(CheckpointKeys.head(line), new byte[0], "application/json");
        ObjectStore contradicting = (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(method.getName().equals("putIfAbsent") ? taken : store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        List<Long> pauses = new ArrayList<>();
        HeadPublisher publisher = new HeadPublisher(contradicting, new SettableClock(Instant.EPOCH), pauses::add);

        assertThatThrownBy(() -> publisher.publish(line.checkpoint(0, 10, 1)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("head.json");
        assertThat(pauses).hasSize(11).startsWith(10L, 20L, 40L).endsWith(1000L);
    }

    private void publishUnlessStale(long token) {
        try {
            heads.publish(line.checkpoint(0, 10, token));
        } catch (StaleTokenException e) {
            assertThat(token).isLessThan(OWNERS);
        }
    }
}
