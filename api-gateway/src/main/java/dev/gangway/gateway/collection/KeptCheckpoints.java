package dev.gangway.gateway.collection;

import dev.gangway.contracts.training.CheckpointId;
import dev.gangway.contracts.training.Retention;
import dev.gangway.gateway.job.Measured;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a retention keeps of a job's checkpoints. */
final class KeptCheckpoints {

    private static final int WHILE_RUNNING = 2;
    private static final Comparator<Measured> BY_PROGRESS = Comparator.comparing(
            Measured::id,
            Comparator.comparingInt(CheckpointId::stage)
                    .thenComparingLong(CheckpointId::step)
                    .thenComparingLong(CheckpointId::token));
    private static final Comparator<Measured> BY_CLAIM = Comparator.<Measured>comparingLong(
                    checkpoint -> checkpoint.id().token())
            .thenComparing(BY_PROGRESS);

    private KeptCheckpoints() {}

    /** Those of {@code checkpoints}, all of one job, that are not kept. */
    static List<CheckpointId> dropped(Retention retention, boolean ended, Collection<Measured> checkpoints) {
        Set<CheckpointId> kept = new HashSet<>();
        List<Measured> line = line(checkpoints);
        line.stream().limit(ended ? 1 : WHILE_RUNNING).forEach(each -> kept.add(each.id()));
        line.stream()
                .filter(each -> each.id().stage() == line.get(0).id().stage())
                .limit(retention.last())
                .forEach(each -> kept.add(each.id()));
        kept.addAll(ends(retention.stages(), line));
        if (retention.best()) {
            kept.addAll(best(checkpoints));
        }
        return checkpoints.stream()
                .map(Measured::id)
                .filter(id -> !kept.contains(id))
                .toList();
    }

    /**
     * The newest, then what a trainer would go back to if it were damaged, as it would. What is more advanced than the newest was
     * passed over as damaged.
     */
    private static List<Measured> line(Collection<Measured> checkpoints) {
        return checkpoints.stream()
                .max(BY_CLAIM)
                .map(newest -> checkpoints.stream()
                        .filter(each -> BY_PROGRESS.compare(each, newest) <= 0)
                        .sorted(BY_PROGRESS.reversed())
                        .toList())
                .orElse(List.of());
    }

    private static Set<CheckpointId> ends(Retention.Stages stages, List<Measured> line) {
        List<CheckpointId> ends =
                line.stream().filter(Measured::stageEnd).map(Measured::id).toList();
        return switch (stages) {
            case EVERY -> Set.copyOf(ends);
            case LAST -> ends.stream().limit(1).collect(Collectors.toSet());
        };
    }

    private static Set<CheckpointId> best(Collection<Measured> checkpoints) {
        Map<Integer, Measured> best = checkpoints.stream()
                .filter(each -> each.gap() != null)
                .collect(
                        Collectors.toMap(each -> each.id().stage(), each -> each, (a, b) -> b.gap() < a.gap() ? b : a));
        return best.values().stream().map(Measured::id).collect(Collectors.toSet());
    }
}
