package org.wgan4j.transport.entropic;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.wgan4j.transport.CTransform;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;

/** Extends entropic potentials to points without mass by the soft c-transform, and makes them feasible by the c-transform. */
final class SoftCTransform {
    private SoftCTransform() {}

    /** Potentials of all points: those given for points with mass, and soft c-transforms of these for the others. */
    static Potentials everywhere(
            Problem problem, PositiveSupport part, double[] f, double[] g, double epsilon, Limits.Deadline deadline) {
        CostRows costs = problem.costs();
        double[] wholeF = scattered(f, part.sources(), costs.sources());
        double[] wholeG = scattered(g, part.targets(), costs.targets());
        for (int i = 0; i < wholeF.length; i++) {
            if (wholeF[i] == Double.NEGATIVE_INFINITY) {
                int source = i;
                deadline.checkPatiently((long) SinkhornHalfStep.EXPONENTIAL * g.length);
                wholeF[i] = softTransform(g, part.b(), epsilon, j -> costs.cost(source, part.targets()[j]));
            }
        }
        for (int j = 0; j < wholeG.length; j++) {
            if (wholeG[j] == Double.NEGATIVE_INFINITY) {
                int target = j;
                deadline.checkPatiently((long) SinkhornHalfStep.EXPONENTIAL * f.length);
                wholeG[j] = softTransform(f, part.a(), epsilon, i -> costs.cost(part.sources()[i], target));
            }
        }
        return new Potentials(wholeF, wholeG);
    }

    private static double[] scattered(double[] values, int[] places, int count) {
        double[] whole = new double[count];
        Arrays.fill(whole, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < places.length; k++) {
            whole[places[k]] = values[k];
        }
        return whole;
    }

    private static double softTransform(
            double[] potentials, double[] weights, double epsilon, IntToDoubleFunction cost) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < potentials.length; k++) {
            most = Math.max(most, potentials[k] - cost.applyAsDouble(k));
        }
        double sum = 0;
        for (int k = 0; k < potentials.length; k++) {
            sum += weights[k] * Math.exp((potentials[k] - cost.applyAsDouble(k) - most) / epsilon);
        }
        return -most - epsilon * Math.log(sum);
    }

    /** Feasible potentials: the c-transform of the f of all sources with mass, and the c-transform of that. */
    static Potentials feasible(Problem problem, Potentials entropic) {
        double[] known = entropic.f();
        for (int i = 0; i < known.length; i++) {
            known[i] = problem.source().mass(i) > 0 ? known[i] : Double.NEGATIVE_INFINITY;
        }
        Limits.Deadline deadline = Limits.NONE.start();
        double[] g = CTransform.toTargets(problem.costs(), known, deadline);
        return new Potentials(CTransform.toSources(problem.costs(), g, deadline), g);
    }
}
