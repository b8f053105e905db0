package dev.gangway.local.paper.plan;

import java.util.ArrayList;
import java.util.List;

/** The papers' experiments at one scale on one dataset. */
final class Comparisons {

    private static final int FIRST_CRITIC = 1;

    private final Scale scale;
    private final ImageSet images;
    private final Methods methods;

    Comparisons(Scale scale, ImageSet images, RecipeBook recipes) {
        this.scale = scale;
        this.images = images;
        this.methods = new Methods(scale, images.imageSize(), recipes);
    }

    Comparison of(Experiment experiment) {
        return switch (experiment) {
            case COMPLETION ->
                new Comparison(experiment, images, completion(), Masks.SQUARES, Masks.CHOICE_SQUARE, scale);
            case MARGIN ->
                new Comparison(experiment, images, margin(), Masks.SQUARES_OF_TABLE_5, Masks.CHOICE_SQUARE, scale);
            case GENERATION -> new Comparison(experiment, images, generation(), List.of(), null, scale);
            case MASKS ->
                new Comparison(experiment, images, masks(), List.of(Masks.CENTRE_LARGE), Masks.CENTRE_LARGE, scale);
        };
    }

    /** GoGAN stage 1 is MGAN; it stands there twice, once as far as stage 2 starts from, once with the updates of both stages. */
    private List<Subject> completion() {
        Method gogan = methods.gogan();
        Method mgan = methods.mgan(scale.margins().usual(), gogan);
        List<Subject> subjects = new ArrayList<>();
        subjects.add(new Subject("WGAN", methods.wgan(gogan), FIRST_CRITIC));
        subjects.add(new Subject("MGAN, updates of both stages", mgan, FIRST_CRITIC));
        subjects.addAll(stages(gogan));
        return subjects;
    }

    private List<Subject> margin() {
        Method gogan = methods.gogan();
        List<Subject> subjects = new ArrayList<>();
        subjects.add(new Subject("WGAN", methods.wgan(gogan), FIRST_CRITIC));
        for (double epsilon : scale.margins().compared()) {
            Method mgan = methods.mgan(epsilon, gogan);
            subjects.add(new Subject(mgan.name(), mgan, FIRST_CRITIC));
        }
        return subjects;
    }

    private List<Subject> generation() {
        List<Subject> subjects = new ArrayList<>(stages(methods.rankgan()));
        subjects.addAll(stages(methods.rankganWithoutEncoder()));
        return subjects;
    }

    private List<Subject> masks() {
        Method rankgan = methods.rankgan();
        List<Subject> subjects = new ArrayList<>(stages(rankgan));
        subjects.add(new Subject("WGAN", methods.wgan(rankgan), FIRST_CRITIC));
        subjects.add(new Subject("LSGAN", methods.lsgan(rankgan), FIRST_CRITIC));
        return subjects;
    }

    private static List<Subject> stages(Method method) {
        List<Subject> subjects = new ArrayList<>();
        for (int stage = FIRST_CRITIC; stage <= method.lastStage(); stage++) {
            subjects.add(new Subject(method.name() + " stage " + stage, method, stage));
        }
        return subjects;
    }
}
