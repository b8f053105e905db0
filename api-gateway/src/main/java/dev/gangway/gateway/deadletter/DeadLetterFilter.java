package dev.gangway.gateway.deadletter;

/**
 * Which dead letters are asked for.
 *
 * @param topic those that stood on this topic; null for any
 * @param code those with this reason; null for any
 */
public record DeadLetterFilter(String topic, String code) {

    boolean fits(DeadLetter letter) {
        return (topic == null || topic.equals(letter.origin().topic())) && (code == null || code.equals(letter.code()));
    }
}
