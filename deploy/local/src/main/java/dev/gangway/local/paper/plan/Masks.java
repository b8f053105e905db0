package dev.gangway.local.paper.plan;

import dev.gangway.contracts.recipe.MaskRecipe;
import java.util.List;
import java.util.Locale;

/** The papers' masks. */
public final class Masks {

    /** GoGAN section 5.5. */
    public static final List<MaskRecipe> SQUARES = List.of(square(9), square(25), square(49), square(64), square(81));

    /** GoGAN Table 5, Figures 6 and 7. */
    public static final List<MaskRecipe> SQUARES_OF_TABLE_5 = List.of(square(25), square(49));

    /** The square on which completion settings are chosen. */
    public static final MaskRecipe CHOICE_SQUARE = square(25);

    /** RankGAN Table 2. */
    public static final MaskRecipe CENTRE_LARGE = new MaskRecipe(MaskRecipe.Kind.CENTRE_LARGE, null);

    private Masks() {}

    /** A centre square that hides {@code percent} of the area. */
    public static MaskRecipe square(int percent) {
        return MaskRecipe.centreSquare(percent);
    }

    /** What a reader calls it. */
    public static String title(MaskRecipe mask) {
        String kind = mask.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (mask.percent() == null) {
            return kind;
        }
        return mask.kind() == MaskRecipe.Kind.CENTRE_SQUARE
                ? mask.percent() + " %"
                : kind + ", " + mask.percent() + " %";
    }
}
