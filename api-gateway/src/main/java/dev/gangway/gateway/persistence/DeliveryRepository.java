package dev.gangway.gateway.persistence;

import dev.gangway.gateway.job.AttemptEnd;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Delivery;
import dev.gangway.gateway.job.DeliveryId;
import dev.gangway.gateway.job.DeliveryState;
import dev.gangway.gateway.job.Notice;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Parcel;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.text.ReceivedValue;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The events on their way to webhooks, and those that were. */
@ApplicationScoped
public class DeliveryRepository implements PanacheRepositoryBase<DeliveryEntity, UUID> {

    private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
    private static final int SKIP_LOCKED = -2;

    /** Whoever deletes a webhook waits for this transaction, or this one adds nothing: it never fails for it. */
    private static final String INSERT =
            "INSERT INTO webhook_delivery (id, webhook, event, type, subject, body, state, due_at, created_at)"
                    + " SELECT :id, w.id, :event, :type, :subject, :body, 'PENDING', :at, :at"
                    + " FROM webhook w WHERE w.id = :webhook FOR KEY SHARE";

    /**
     * Webhooks that nothing is on its way to come first, of those the ones that failed least, then those that wait longest: who does not
     * answer comes behind who does. A lock on them hinders neither jobs that move nor other gateways.
     */
    private static final String LOCK_WEBHOOKS =
            "SELECT w.id FROM webhook w CROSS JOIN LATERAL (SELECT d.due_at, d.failures FROM webhook_delivery d"
                    + " WHERE d.webhook = w.id AND d.state = 'PENDING' AND d.due_at <= :now"
                    + " AND (d.lease_until IS NULL OR d.lease_until <= :now) ORDER BY d.due_at LIMIT 1) oldest"
                    + " CROSS JOIN LATERAL (SELECT count(*) AS under_way FROM webhook_delivery f"
                    + " WHERE f.webhook = w.id AND f.lease_until > :now) busy"
                    + " WHERE w.disabled_at IS NULL AND busy.under_way < :each"
                    + " ORDER BY busy.under_way, oldest.failures, oldest.due_at LIMIT :room"
                    + " FOR NO KEY UPDATE OF w SKIP LOCKED";

    private final WebhookRepository webhooks;

    DeliveryRepository(WebhookRepository webhooks) {
        this.webhooks = webhooks;
    }

    /** Promises a notice to a webhook, unless that is deleted meanwhile. */
    public void insert(DeliveryId id, WebhookId webhook, Notice notice) {
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("id", id.value())
                .setParameter("webhook", webhook.value())
                .setParameter("event", notice.event())
                .setParameter("type", notice.type())
                .setParameter("subject", notice.subject())
                .setParameter("body", notice.body())
                .setParameter("at", notice.at())
                .executeUpdate();
    }

    /** A delivery to a webhook. */
    public Optional<Delivery> find(WebhookId webhook, DeliveryId id) {
        return find("id = ?1 and webhook = ?2", id.value(), webhook.value())
                .firstResultOptional()
                .map(DeliveryEntity::toDelivery);
    }

    /** The deliveries to a webhook, newest first. */
    public Page<Delivery> page(WebhookId webhook, Slice slice) {
        Conditions conditions = new Conditions();
        conditions.add("webhook = :webhook", "webhook", webhook.value());
        slice.after()
                .map(last -> last.withParts(2))
                .ifPresent(last -> conditions.after(
                        "(createdAt, id)", last.part(0, ReceivedValue::time), last.part(1, ReceivedValue::id)));
        List<Delivery> found = find(conditions.where() + " order by createdAt desc, id desc", conditions.parameters())
                .range(0, slice.limit())
                .stream()
                .map(DeliveryEntity::toDelivery)
                .toList();
        return Page.of(found, slice.limit(), last -> Cursor.of(last.notice().at(), last.id()));
    }

    /**
     * Takes deliveries that are due, which nobody else takes before {@code until}.
     *
     * @param room how many at most
     * @param each how many may be on their way to one webhook
     */
    public List<Parcel> claim(int room, int each, Instant now, Instant until) {
        List<Parcel> claimed = new ArrayList<>();
        for (UUID id : lockWebhooks(room, each, now)) {
            long free = Math.min(room - claimed.size(), each - inFlight(id, now));
            if (free > 0) {
                Webhook target = webhooks.locked(id);
                due(id, Math.toIntExact(free), now)
                        .map(row -> row.claim(target, now, until))
                        .forEach(claimed::add);
            }
        }
        return claimed;
    }

    /** Notes what an attempt came to, unless another has been made since; tells whether it did. */
    public boolean settle(Parcel parcel, AttemptEnd end) {
        boolean pending = end.state() == DeliveryState.PENDING;
        return update(
                        "state = :state, failures = :failures, lastStatus = :status, lastError = :error,"
                                + " leaseUntil = null, dueAt = :at, endedAt = :ended"
                                + " where id = :id and attempts = :attempt and state = :before",
                        Parameters.with("id", parcel.id().value())
                                .and("attempt", parcel.attempt())
                                .and("before", DeliveryState.PENDING)
                                .and("state", end.state())
                                .and("failures", end.failures())
                                .and("status", end.status())
                                .and("error", end.error())
                                .and("at", end.at())
                                .and("ended", pending ? null : end.at()))
                == 1;
    }

    /** Makes a delivery to a webhook due as if it had never failed. */
    public void restart(WebhookId webhook, DeliveryId id, Instant now) {
        update(
                "state = ?3, failures = 0, dueAt = ?4, endedAt = null where id = ?1 and webhook = ?2",
                id.value(),
                webhook.value(),
                DeliveryState.PENDING,
                now);
    }

    /** Gives up what is still to be sent to a webhook. */
    public void giveUp(WebhookId webhook, String error, Instant at) {
        update(
                "state = ?2, lastError = ?3, leaseUntil = null, endedAt = ?4 where webhook = ?1 and state = ?5",
                webhook.value(),
                DeliveryState.EXHAUSTED,
                error,
                at,
                DeliveryState.PENDING);
    }

    /** Drops what ended before {@code end}. */
    public long deleteEndedBefore(Instant end) {
        return delete("endedAt < ?1", end);
    }

    private List<UUID> lockWebhooks(int room, int each, Instant now) {
        Stream<?> ids = getEntityManager()
                .createNativeQuery(LOCK_WEBHOOKS, UUID.class)
                .setParameter("now", now)
                .setParameter("each", each)
                .setParameter("room", room)
                .getResultStream();
        return ids.map(UUID.class::cast).toList();
    }

    /** Counted again under the lock: another gateway may have claimed before it was had. */
    private long inFlight(UUID webhook, Instant now) {
        return count("webhook = ?1 and leaseUntil > ?2", webhook, now);
    }

    private Stream<DeliveryEntity> due(UUID webhook, int limit, Instant now) {
        return find(
                "webhook = ?1 and state = ?2 and dueAt <= ?3 and (leaseUntil is null or leaseUntil <= ?3)"
                        + " order by dueAt, id",
                webhook,
                DeliveryState.PENDING,
                now)
                .range(0, limit - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(LOCK_TIMEOUT, SKIP_LOCKED)
                .stream();
    }
}
