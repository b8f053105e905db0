package dev.gangway.gan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.gangway.gan.network.Architecture;
import dev.gangway.gan.network.Parameters;
import dev.gangway.gan.optimizer.Adam;
import java.util.EnumMap;
import java.util.HashMap;
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
    private TrainingProgress progress = new TrainingProgress(0, 0, false, Optional.empty(), Map.of());

    private TrainingState(NDManager manager) {
        this.manager = manager;
    }

    /** A training before its first step. */
    static TrainingState first(NDManager manager, StagePlan plan) {
        TrainingState state = new TrainingState(manager);
        state.put(NetworkRole.ENCODER, plan.architecture().firstEncoder(manager, plan.seed()));
        state.put(NetworkRole.GENERATOR, plan.architecture().firstGenerator(manager, plan.seed()));
        state.train(NetworkRole.ENCODER, NetworkRole.GENERATOR);
        return state;
    }

    /**
     * A training as it was when {@code snapshot} was taken.
     *
     * @throws IllegalArgumentException when a part is missing, cannot be read or does not fit {@code architecture}
     */
    static TrainingState restore(NDManager manager, Architecture architecture, Snapshot snapshot) {
        TrainingState state = new TrainingState(manager);
        state.progress = snapshot.progress();
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
            case GENERATOR, PREVIOUS_GENERATOR -> architecture.generatorShapes();
            case DISCRIMINATOR, PREVIOUS_DISCRIMINATOR -> architecture.criticShapes();
            case ENCODER -> architecture.encoderShapes();
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
                networks.get(role).trainable();
                moments.put(role, Parameters.copyOf(manager, arrays));
            });
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

    /** Freezes every network but those in {@code roles}, which start with an optimizer of their own. */
    void train(NetworkRole... roles) {
        moments.values().forEach(Parameters::close);
        moments.clear();
        networks.values().forEach(Parameters::frozen);
        for (NetworkRole role : roles) {
            Parameters network = require(role).trainable();
            moments.put(role, Adam.firstState(manager, network));
        }
    }

    /** Makes the networks of the stage before the frozen rivals of the one that begins: G_{i-1} and D_{i-1}. */
    void freezePrevious() {
        put(NetworkRole.PREVIOUS_GENERATOR, require(NetworkRole.GENERATOR).copy(manager));
        put(
                NetworkRole.PREVIOUS_DISCRIMINATOR,
                require(NetworkRole.DISCRIMINATOR).copy(manager));
    }

    void progress(TrainingProgress next) {
        progress = next;
    }
}
