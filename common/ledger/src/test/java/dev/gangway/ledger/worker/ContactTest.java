package dev.gangway.ledger.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContactTest {

    private static final Duration LEASE = Duration.ofSeconds(10);

    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final Contact contact = new Contact(clock, LEASE);

    @Test
    void aContactLastsAfterALease() {
        assertThat(contact.lasts()).isFalse();
        after(5);
        assertThat(contact.lasts()).isFalse();
        after(5);
        assertThat(contact.lasts()).isTrue();
    }

    @Test
    void anOutageBeginsItAnew() {
        after(6);
        contact.lasts();
        after(6);
        contact.lost();
        after(9);
        assertThat(contact.lasts()).isFalse();
        after(1);
        assertThat(contact.lasts()).isTrue();
    }

    @Test
    void whoeverStoodStillForLongerThanALeaseBeginsItAnew() {
        after(6);
        contact.lasts();
        after(6);
        assertThat(contact.lasts()).isTrue();
        after(11);
        assertThat(contact.lasts()).isFalse();
    }

    private void after(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }
}
