package dev.gangway.gateway.persistence;

import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.Slice;
import dev.gangway.gateway.job.Webhook;
import dev.gangway.gateway.job.WebhookFilter;
import dev.gangway.gateway.job.WebhookId;
import dev.gangway.gateway.text.ReceivedValue;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The webhooks. */
@ApplicationScoped
public class WebhookRepository implements PanacheRepositoryBase<WebhookEntity, UUID> {

    private final Seals seals;

    WebhookRepository(Seals seals) {
        this.seals = seals;
    }

    /** Adds a webhook unless its team has {@code most} already; tells whether it did. */
    public boolean insert(Webhook webhook, int most) {
        lock(webhook.team());
        if (count("team", webhook.team().value()) >= most) {
            return false;
        }
        persist(WebhookEntity.of(webhook, seals));
        return true;
    }

    /** A team's webhook. */
    public Optional<Webhook> find(TeamId team, WebhookId id) {
        return find("id = ?1 and team = ?2", id.value(), team.value())
                .firstResultOptional()
                .map(row -> row.toWebhook(seals));
    }

    /** A team's webhook, which nobody else changes, or claims deliveries to, before this transaction ends. */
    public Optional<Webhook> lock(TeamId team, WebhookId id) {
        return find("id = ?1 and team = ?2", id.value(), team.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(row -> row.toWebhook(seals));
    }

    /** Takes over what has changed of a locked webhook. */
    public void change(Webhook webhook) {
        findById(webhook.id().value()).change(webhook, seals);
    }

    /** The webhook of a row that this transaction has locked. */
    Webhook locked(UUID id) {
        return findById(id).toWebhook(seals);
    }

    /** Seals under the present key what is plain or under another one; gives of how many webhooks. */
    int sealAll() {
        List<WebhookEntity> rows = find(
                        "sealedSecret is null or sealedSecret not like ?1 or formerSecret not like ?1",
                        seals.mark() + "%")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        rows.forEach(row -> row.seal(row.secrets(seals), seals));
        return rows.size();
    }

    /** What those of a team's webhooks want that events are sent to. No secret is opened: a job moves whether or not that can be done. */
    public Map<WebhookId, WebhookFilter> filters(TeamId team) {
        return list("team = ?1 and disabledAt is null", team.value()).stream()
                .collect(Collectors.toMap(
                        row -> new WebhookId(row.id), row -> StoredJson.read(row.filter, WebhookFilter.class)));
    }

    /** A team's webhooks, newest first. */
    public Page<Webhook> page(TeamId team, Slice slice) {
        Conditions conditions = new Conditions();
        conditions.add("team = :team", "team", team.value());
        slice.after()
                .map(last -> last.withParts(2))
                .ifPresent(last -> conditions.after(
                        "(createdAt, id)", last.part(0, ReceivedValue::time), last.part(1, ReceivedValue::id)));
        List<Webhook> found = find(conditions.where() + " order by createdAt desc, id desc", conditions.parameters())
                .range(0, slice.limit())
                .stream()
                .map(row -> row.toWebhook(seals))
                .toList();
        return Page.of(found, slice.limit(), last -> Cursor.of(last.createdAt(), last.id()));
    }

    /** Sends no more events to a webhook; tells whether any were sent until now. */
    public boolean disable(WebhookId id, Instant at) {
        return update("disabledAt = ?2 where id = ?1 and disabledAt is null", id.value(), at) == 1;
    }

    /** Deletes a team's webhook with its deliveries. */
    public void delete(TeamId team, WebhookId id) {
        delete("id = ?1 and team = ?2", id.value(), team.value());
    }

    /** Lets one transaction at a time add webhooks of a team, so that each counts those of the others. */
    private void lock(TeamId team) {
        getEntityManager()
                .createNativeQuery(
                        "SELECT 1 FROM pg_advisory_xact_lock(hashtext('webhooks of ' || :team), hashtext(current_schema()))",
                        Integer.class)
                .setParameter("team", team.value())
                .getSingleResult();
    }
}
