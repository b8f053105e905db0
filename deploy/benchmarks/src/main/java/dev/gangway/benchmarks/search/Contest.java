package dev.gangway.benchmarks.search;

import dev.gangway.gan.completion.CompletionSettings;
import dev.gangway.gan.image.ImageArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Methods side by side on the same images, the plain one first. Rounds go through them forwards and backwards in turn, so that a
 * machine that grows slower or faster does so for all. Nothing warms up here: the choice before has run the same code for longer.
 *
 * @param trial completes
 * @param methods of which the first is what the others are compared with
 */
record Contest(Trial trial, List<Method> methods) {

    /** A way to complete images, and what it is called. */
    record Method(String name, CompletionSettings settings) {}

    /** The outcomes of {@code repetitions} rounds, for each method. */
    List<List<Trial.Outcome>> rounds(int repetitions, ImageArray images, Consumer<String> progress) {
        List<List<Trial.Outcome>> outcomes = new ArrayList<>();
        methods.forEach(method -> outcomes.add(new ArrayList<>()));
        for (int round = 1; round <= repetitions; round++) {
            progress.accept("round " + round + " of " + repetitions);
            for (int number : order(round)) {
                outcomes.get(number).add(trial.of(methods.get(number).settings(), images));
            }
        }
        return outcomes;
    }

    private List<Integer> order(int round) {
        List<Integer> order = new ArrayList<>();
        for (int number = 0; number < methods.size(); number++) {
            order.add(number);
        }
        if (round % 2 == 0) {
            Collections.reverse(order);
        }
        return order;
    }
}
