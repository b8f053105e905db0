package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.optimizer.OptimizerSettings;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All that a training has learned so far: its networks, the moments of the optimizers that train them, its progress. */
public final class TrainingState {

    private static final String SEPARATOR = "/";

    private final NDManager manager;
    private final Map<NetworkRole, Parameters> networks = new EnumMap<>(NetworkRole.class);
    private final Map<NetworkRole, Parameters> moments = new EnumMap<>(NetworkRole.class);
    private TrainingProgress progress;

    private TrainingState(NDManager manager, TrainingProgress progress) {
        this.manager = manager;
        this.progress = progress;
    }

    /** A training before its first stage begins: the networks that this stage trains, as they are drawn. */
    static TrainingState first(NDManager manager, StagePlan plan) {
        TrainingState state = new TrainingState(manager, TrainingProgress.first(plan.firstStage()));
        long seed = plan.computation().seed();
        state.put(NetworkRole.GENERATOR, plan.architecture().firstGenerator(manager, seed));
        if (plan.firstStage() == 0) {
            state.put(NetworkRole.ENCODER, plan.architecture().firstEncoder(manager, seed));
        } else {
            state.put(NetworkRole.DISCRIMINATOR, plan.architecture().firstCritic(manager, seed));
        }
        return state;
    }

    /**
     * A training as it was when {@code snapshot} was taken.
     *
     * @throws IllegalArgumentException when a part is missing, cannot be read or does not fit {@code architecture}
     */
    static TrainingState restore(NDManager manager, Architecture architecture, Snapshot snapshot) {
        TrainingState state = new TrainingState(manager, snapshot.progress());
        for (NetworkRole role : NetworkRole.values()) {
            if (snapshot.parts().containsKey(role.part())) {
                Parameters network = Parameters.fromSafetensors(manager, snapshot.part(role.part()));
                state.put(role, network.requireShapes(role.part(), shapes(architecture, role)));
            }
        }
        state.restoreMoments(snapshot.part(Snapshot.OPTIMIZER));
        return state;
    }

    private static Map<String, Shape> shapes(Architecture architecture, NetworkRole role) {
        return switch (role) {
            case GENERATOR, PREVIOUS_GENERATOR, AVERAGED_GENERATOR ->
                architecture.generator().shapes();
            case DISCRIMINATOR, PREVIOUS_DISCRIMINATOR -> architecture.critic().shapes();
            case ENCODER -> architecture.encoder().shapes();
        };
    }

    private void restoreMoments(byte[] part) {
        Map<NetworkRole, Map<String, NDArray>> byRole = new EnumMap<>(NetworkRole.class);
        try (Parameters all = Parameters.fromSafetensors(manager, part)) {
            for (NetworkRole role : networks.keySet()) {
                String prefix = role.part() + SEPARATOR;
                all.named().forEach((name, array) -> {
                    if (name.startsWith(prefix)) {
                        byRole.computeIfAbsent(role, ignored -> new TreeMap<>())
                                .put(name.substring(prefix.length()), array);
                    }
                });
            }
            byRole.forEach((role, arrays) -> {
                requireMoments(role, arrays);
                networks.get(role).trainable();
                moments.put(role, Parameters.copyOf(manager, arrays));
            });
        }
    }

    /** Every variable of a network that learns has moments. */
    private void requireMoments(NetworkRole role, Map<String, NDArray> arrays) {
        for (String variable : networks.get(role).variables().keySet()) {
            if (arrays.keySet().stream().noneMatch(name -> name.equals(variable) || name.endsWith("." + variable))) {
                throw new IllegalArgumentException(
                        "the optimizer's state has nothing for " + variable + " of the " + role.part());
            }
        }
    }

    /** Where the training is. */
    public TrainingProgress progress() {
        return progress;
    }

    /** The network in {@code role}, live; empty when the training has none in it yet. */
    public Optional<Parameters> network(NetworkRole role) {
        return Optional.ofNullable(networks.get(role));
    }

    /** Copies everything to the host. */
    public Snapshot snapshot() {
        Map<String, byte[]> parts = new HashMap<>();
        networks.forEach((role, network) -> parts.put(role.part(), network.toSafetensors()));
        Map<String, NDArray> all = new TreeMap<>();
        moments.forEach((role, state) ->
                state.named().forEach((name, array) -> all.put(role.part() + SEPARATOR + name, array)));
        try (Parameters together = Parameters.copyOf(manager, all)) {
            parts.put(Snapshot.OPTIMIZER, together.toSafetensors());
        }
        return new Snapshot(progress, parts);
    }

    Parameters require(NetworkRole role) {
        return network(role)
                .orElseThrow(() -> new IllegalStateException("stage " + progress.stage() + " has no " + role.part()));
    }

    /** G as it would be used now: the average, where there is one. */
    public Parameters currentGenerator() {
        return network(NetworkRole.AVERAGED_GENERATOR).orElseGet(() -> require(NetworkRole.GENERATOR));
    }

    /** Leaves the average, where there is one, in the generator's place. */
    void adoptAverage() {
        Parameters average = networks.remove(NetworkRole.AVERAGED_GENERATOR);
        if (average != null) {
            put(NetworkRole.GENERATOR, average);
        }
    }

    /** The networks that learn in this stage. */
    Set<NetworkRole> trained() {
        return moments.keySet();
    }

    Parameters moments(NetworkRole role) {
        return moments.get(role);
    }

    /** Replaces the network in {@code role} and frees the one before. */
    void put(NetworkRole role, Parameters network) {
        Parameters before = networks.put(role, network);
        if (before != null) {
            before.close();
        }
    }

    /** Freezes every network but those with {@code optimizers}, which start with a state of their own. */
    void train(Map<NetworkRole, OptimizerSettings> optimizers) {
        moments.values().forEach(Parameters::close);
        moments.clear();
        networks.values().forEach(Parameters::frozen);
        optimizers.forEach((role, optimizer) ->
                moments.put(role, optimizer.firstState(manager, require(role).trainable())));
    }

    /** Makes the networks of the stage before the frozen rivals of the one that begins: G_{i-1} and D_{i-1}. */
    void freezePrevious() {
        put(NetworkRole.PREVIOUS_GENERATOR, require(NetworkRole.GENERATOR).copy(manager));
        put(
                NetworkRole.PREVIOUS_DISCRIMINATOR,
                require(NetworkRole.DISCRIMINATOR).copy(manager));
    }

    /** Lets go of the rivals of a ranked stage: the one that begins has none. */
    void dropPrevious() {
        for (NetworkRole role : List.of(NetworkRole.PREVIOUS_GENERATOR, NetworkRole.PREVIOUS_DISCRIMINATOR)) {
            Parameters before = networks.remove(role);
            if (before != null) {
                before.close();
            }
        }
    }

    void progress(TrainingProgress next) {
        progress = next;
    }
}
