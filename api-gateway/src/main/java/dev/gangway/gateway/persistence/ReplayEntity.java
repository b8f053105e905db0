package dev.gangway.gateway.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code dead_letter_replay}. */
@Entity
@Table(name = "dead_letter_replay")
class ReplayEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "dead_letter")
    long deadLetter;

    String topic;

    @Column(name = "replayed_at")
    Instant replayedAt;
}
