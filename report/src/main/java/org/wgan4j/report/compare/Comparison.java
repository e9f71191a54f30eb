package org.wgan4j.report.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.RunDirectory;

/** The runs that are compared, grouped into arms. */
record Comparison(List<ArmRecord> arms) {
    Comparison {
        arms = List.copyOf(arms);
    }

    /** The runs of a plan that have been trained so far. */
    static Comparison ofPlan(ComparisonPlan plan, Path folder) {
        Map<Arm, List<TrialRecord>> byArm = new LinkedHashMap<>();
        for (Trial trial : plan.trials()) {
            Path directory = trial.directory(folder);
            if (Files.exists(directory.resolve("metrics.jsonl"))) {
                byArm.computeIfAbsent(trial.arm(), arm -> new ArrayList<>())
                        .add(TrialRecord.read(trial.arm(), RunDirectory.open(directory)));
            }
        }
        return of(byArm);
    }

    /** Any runs; those whose settings differ in nothing but seed and length are one arm. */
    static Comparison ofRuns(List<RunDirectory> runs) {
        Map<Arm, List<TrialRecord>> byArm = new LinkedHashMap<>();
        List<Recipe> firsts = new ArrayList<>();
        List<Arm> arms = new ArrayList<>();
        for (RunDirectory run : runs) {
            Recipe recipe = run.recipe();
            int known = 0;
            while (known < firsts.size() && !sameArm(firsts.get(known), recipe)) {
                known++;
            }
            if (known == firsts.size()) {
                firsts.add(recipe);
                arms.add(arm(run, arms));
            }
            byArm.computeIfAbsent(arms.get(known), arm -> new ArrayList<>())
                    .add(TrialRecord.read(arms.get(known), run));
        }
        return of(byArm);
    }

    private static boolean sameArm(Recipe one, Recipe other) {
        return Recipes.changedKeys(one, other).stream().allMatch(Arm::mayDiffer);
    }

    private static Arm arm(RunDirectory run, List<Arm> others) {
        String recipe = run.provenance().recipe();
        String plain = recipe.replaceFirst("^.*[/\\\\]", "");
        String name = others.stream().anyMatch(arm -> arm.name().equals(plain))
                ? plain + " (" + run.path().getFileName() + ")"
                : plain;
        return new Arm(Experiment.RECIPES, name, plain, recipe, List.of());
    }

    private static Comparison of(Map<Arm, List<TrialRecord>> byArm) {
        List<ArmRecord> arms = new ArrayList<>();
        byArm.forEach((arm, trials) -> arms.add(new ArmRecord(arm, trials)));
        return new Comparison(arms);
    }

    /** The arms of an experiment. */
    List<ArmRecord> of(Experiment experiment) {
        return arms.stream().filter(arm -> arm.arm().experiment() == experiment).toList();
    }

    /** The cost up to which all of some arms were evaluated. */
    static double reach(List<ArmRecord> arms, CostScale scale) {
        return arms.stream().mapToDouble(arm -> arm.reach(scale)).min().orElse(0);
    }
}
